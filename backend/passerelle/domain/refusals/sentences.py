"""What a person reads for each code, as a sentence to act on."""

from passerelle.domain.refusals.codes import Code
from passerelle.domain.refusals.marking import _
from passerelle.domain.refusals.sentences_of_imports import OF_IMPORTS

MESSAGES: dict[Code, str] = {
    Code.WRONG_STATE: _(
        "This was changed in the meantime: it is now %(state)s, so this can no longer be done. Look at it again."
    ),
    Code.NOT_ALLOWED: _("Your account cannot do this."),
    Code.NOT_FOUND: _("This is not there, or not yours to see."),
    Code.HOST_UNKNOWN: _("This address is not one of Passerelle’s. Open the link that you were given, or ask the team for it."),
    Code.NOT_SIGNED_IN: _("Please sign in."),
    Code.THROTTLED: _("That was too often. Wait a moment, then try again."),
    Code.TOO_LARGE: _("This is too long to be sent. Please shorten it."),
    Code.UNREADABLE: _("What was sent is broken or not complete, so it could not be read. Nothing was changed; send it again."),
    Code.NOT_AN_OBJECT: _("What was sent must be one JSON object with named fields, not a list or a single value."),
    Code.MEDIA_TYPE_NOT_READ: _("This address does not read that kind of file or text. Send %(known)s."),
    Code.METHOD_NOT_ALLOWED: _("This cannot be done here. This address takes %(known)s."),
    Code.NOT_ACCEPTABLE: _("The answer cannot be given in that form. Ask for %(known)s."),
    Code.FAULT: _("Something went wrong on our side. Please try again."),
    Code.STALE: _("Somebody changed this while you were looking at it. Compare, then choose again."),
    Code.IDEMPOTENCY_REUSED: _("This request was already sent with other contents. Send it again as a new one."),
    Code.BUSY: _("Many people are answering right now. Nothing was changed; please try again."),
    Code.PLACE_TAKEN: _("Somebody else said yes first. You can be on standby."),
    Code.PLACE_OPEN: _("The place is free again: you can say yes."),
    Code.CLASH: _("This overlaps with another booking of the same person."),
    Code.NOT_ELIGIBLE: _("%(name)s cannot take this place."),
    Code.HARD_RULE: _("This needs the safeguarding lead’s recorded decision first."),
    Code.ALREADY_ASKED: _("%(name)s was already asked for this place."),
    Code.TOO_LATE_TO_UNDO: _("It is too late to undo. Use “I can’t come after all”."),
    Code.SHIFT_CLOSED: _("This place is no longer needed."),
    Code.SESSION_BEGUN: _("The session has begun. Please phone the team."),
    Code.THERAPISTS_MISSING: _(
        "Two therapists have not said yes to this day. Record their yes, or give a reason for confirming without."
    ),
    Code.NOTHING_TO_CONFIRM: _("No session of this day is ready to be confirmed."),
    Code.SESSIONS_STILL_OPEN: _("Some sessions of this day are still open. Close, move or cancel them first."),
    Code.OUTCOMES_MISSING: _("Say for every confirmed interpreter whether they came."),
    Code.NOT_OVER_YET: _("The session has not started yet, so it cannot be closed."),
    Code.VISIT_CLOSED: _("That day is closed. Choose another one."),
    Code.DAY_TAKEN: _("There is already a visit on that day."),
    Code.DAY_HAS_SESSIONS: _("Sessions are on this day. Move the whole day instead, so that they come along."),
    Code.SAME_DAY: _("It is on that day already. Choose another one."),
    Code.NOTHING_TO_MOVE: _("No session of this day can be moved any more."),
    Code.HOUR_SKIPPED: _("Clocks skip %(time)s at %(place)s on that day. Move that session by itself first."),
    Code.HOUR_TWICE: _(
        "Clocks show %(time)s twice at %(place)s on that day. "
        "Move that session by itself first, and say which of the two is meant."
    ),
    Code.NOTHING_TO_DECIDE: _("Nothing stands against %(name)s here that needs the safeguarding lead’s decision."),
    Code.NO_CHANGE_PROPOSED: _("No change is waiting for an answer any more: it was answered or taken back. Look at it again."),
    Code.IN_THE_PAST: _("This is in the past. Choose a later time."),
    Code.ENDS_BEFORE_IT_STARTS: _("The end must come after the start."),
    Code.WRONG_DAY: _("The session must be on the day of the visit (%(day)s)."),
    Code.PHONE_IN_TEXT: _(
        "This text seems to hold a phone number. Please take it out: there is a field for whom to call on the day."
    ),
    Code.EMAIL_IN_TEXT: _("This text seems to hold an e-mail address. Please take it out: nobody is written to from here."),
    Code.DOCUMENT_IN_TEXT: _(
        "This text seems to hold the number of a passport, a card or a file. Please take it out: nobody may be identified here."
    ),
    Code.BIRTH_IN_TEXT: _("This text seems to hold a date of birth. Please write an age or an age group instead."),
    Code.VARIETY_OF_ANOTHER: _("This variety belongs to another language."),
    Code.VARIETY_NOT_SAID: _("Say which variety first, beside the language."),
    Code.NAMED_MISSING: _("Choose the interpreter you have in mind, or take the wish away."),
    Code.NAMED_UNKNOWN: _("Choose someone who has worked with you before."),
    Code.LANGUAGES_PLANNED: _(
        "Interpreters are being asked for these languages already. Propose a change and say in it which language you need."
    ),
    Code.NAMED_OTHER_LANGUAGE: _("This interpreter worked with you in another language. Add it, or choose somebody else."),
    Code.PHONE_WRONG: _("This does not look like a telephone number."),
    Code.NOT_A_MEMBER: _("Choose people who ask for this partner."),
    Code.VOLUNTEER_NEVER_MISSED: _("A volunteer is never recorded as missing. Choose “let go” instead."),
    Code.ZONE_UNKNOWN: _("This time zone is not known. Use a name such as Europe/Paris."),
    Code.COUNTRY_UNKNOWN: _("This country is not known. Use its code of two capital letters, such as FR or GB."),
    Code.LOCALE_UNKNOWN: _("The product does not speak this language yet."),
    Code.EMPTY: _("Please fill this in."),
    Code.TOO_LONG: _("Please use at most %(most)s characters."),
    Code.EMAIL_WRONG: _("This does not look like an e-mail address."),
    Code.EMAIL_TAKEN: _("There is already an account with this e-mail address."),
    Code.NAME_TAKEN: _("This name is already in use. Choose another one."),
    Code.ALREADY_IN_TEAM: _("This person is already in the team."),
    Code.NOT_YOURSELF: _("Nobody changes their own place in the team. Ask a colleague."),
    Code.ALREADY_INTERPRETER: _("This account already belongs to another interpreter."),
    Code.HAS_ACCOUNT: _("This interpreter already has another account."),
    Code.IN_THE_FUTURE: _("This is in the future. Give the day on which it was seen."),
    Code.EXPIRES_BEFORE_SEEN: _("It cannot expire before the day on which it was seen."),
    Code.NO_TIME_TO_TRAVEL: _("There is too little time to get there from another booking of the same person."),
    Code.NOTHING_SAID_BEFORE: _("Nothing was said for an earlier day yet. Answer one day first."),
    Code.BREAK_TOO_LONG: _("A break lasts a year at most. Choose an earlier day."),
    Code.DAY_TOO_FAR: _("This is more than a year ahead. Choose an earlier day."),
    Code.SESSION_TOO_LONG: _("A session lasts %(hours)s hours at most. Choose an earlier end."),
    Code.GROUP_AT_REST: _("%(group)s does not meet at present, so nothing can be asked for. Choose another group."),
    Code.AREA_UNKNOWN: _("This area is not known yet. Choose one of the list, or ask the team to add it."),
    Code.SAME_AREA: _("Choose two different areas."),
    Code.OVER_THE_LIMIT: _("This can be at most %(most)s."),
    Code.LINK_OVER: _("This link no longer works. Ask the team for a new one."),
    Code.ONE_OF_BOTH: _("Choose a group or a partner."),
    Code.NOT_THE_LEAD: _("Only the safeguarding lead or the deputy of the day can record this decision."),
    Code.NOT_OWN_DEPUTY: _("Nobody names themselves deputy of the day. Name a colleague."),
} | OF_IMPORTS
