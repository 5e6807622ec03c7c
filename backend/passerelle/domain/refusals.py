"""Why something was refused, as a code for machines and a sentence a person can act on.

``_`` only marks a sentence for the catalogs; it is translated where it leaves the product (``common.errors``).
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

type Param = str | date
"""What stands in a sentence for ``%(name)s``; a day is written out in the reader's language."""


def _(message: str) -> str:
    return message


class Code(StrEnum):
    """Every refusal the product makes. Exported to the front end with the OpenAPI document."""

    INVALID = "invalid"
    UNKNOWN_FIELD = "unknown_field"
    NOT_SIGNED_IN = "not_signed_in"
    NOT_ALLOWED = "not_allowed"
    NOT_FOUND = "not_found"
    THROTTLED = "throttled"
    TOO_LARGE = "too_large"
    FAULT = "fault"
    WRONG_STATE = "wrong_state"
    STALE = "stale"
    IDEMPOTENCY_REUSED = "idempotency_reused"
    BUSY = "busy"
    PLACE_TAKEN = "place_taken"
    PLACE_OPEN = "place_open"
    CLASH = "clash"
    NOT_ELIGIBLE = "not_eligible"
    HARD_RULE = "hard_rule"
    ALREADY_ASKED = "already_asked"
    TOO_LATE_TO_UNDO = "too_late_to_undo"
    SHIFT_CLOSED = "shift_closed"
    SESSION_BEGUN = "session_begun"
    THERAPISTS_MISSING = "therapists_missing"
    NOTHING_TO_CONFIRM = "nothing_to_confirm"
    SESSIONS_STILL_OPEN = "sessions_still_open"
    OUTCOMES_MISSING = "outcomes_missing"
    NOT_OVER_YET = "not_over_yet"
    VISIT_CLOSED = "visit_closed"
    DAY_TAKEN = "day_taken"
    DAY_HAS_SESSIONS = "day_has_sessions"
    SAME_DAY = "same_day"
    NOTHING_TO_MOVE = "nothing_to_move"
    HOUR_SKIPPED = "hour_skipped"
    NOTHING_TO_DECIDE = "nothing_to_decide"
    NO_CHANGE_PROPOSED = "no_change_proposed"
    IN_THE_PAST = "in_the_past"
    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"
    WRONG_DAY = "wrong_day"
    CONTACT_IN_TEXT = "contact_in_text"
    NOT_THE_LEAD = "not_the_lead"
    NOT_OWN_DEPUTY = "not_own_deputy"
    VARIETY_OF_ANOTHER = "variety_of_another"
    VARIETY_NOT_SAID = "variety_not_said"
    NAMED_MISSING = "named_missing"
    NAMED_UNKNOWN = "named_unknown"
    NAMED_OTHER_LANGUAGE = "named_other_language"
    PHONE_WRONG = "phone_wrong"
    NOT_A_MEMBER = "not_a_member"
    VOLUNTEER_NEVER_MISSED = "volunteer_never_missed"
    ZONE_UNKNOWN = "zone_unknown"
    COUNTRY_UNKNOWN = "country_unknown"
    LOCALE_UNKNOWN = "locale_unknown"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    EMAIL_WRONG = "email_wrong"
    EMAIL_TAKEN = "email_taken"
    NAME_TAKEN = "name_taken"
    ALREADY_IN_TEAM = "already_in_team"
    NOT_YOURSELF = "not_yourself"
    ALREADY_INTERPRETER = "already_interpreter"
    HAS_ACCOUNT = "has_account"
    IN_THE_FUTURE = "in_the_future"
    EXPIRES_BEFORE_SEEN = "expires_before_seen"
    NO_TIME_TO_TRAVEL = "no_time_to_travel"
    NOTHING_SAID_BEFORE = "nothing_said_before"
    BREAK_TOO_LONG = "break_too_long"
    AREA_UNKNOWN = "area_unknown"
    SAME_AREA = "same_area"
    OVER_THE_LIMIT = "over_the_limit"
    ONE_OF_BOTH = "one_of_both"
    LINK_OVER = "link_over"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FILE_NO_SHEET = "file_no_sheet"
    FILE_OTHER_SHEET = "file_other_sheet"
    FILE_LOCKED = "file_locked"
    FILE_LETTERS = "file_letters"
    FILE_DAMAGED = "file_damaged"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    ONLY_A_HEADER = "only_a_header"
    SEVERAL_SHEETS = "several_sheets"
    MERGED_FILLED = "merged_filled"
    HEADER_TWICE = "header_twice"
    PLACES_UNSAID = "places_unsaid"
    FIELD_UNKNOWN = "field_unknown"
    FIELD_TWICE = "field_twice"
    COLUMN_UNKNOWN = "column_unknown"
    ROWS_WRONG = "rows_wrong"
    NOTHING_TO_IMPORT = "nothing_to_import"
    IMPORT_OUTDATED = "import_outdated"
    IMPORT_USED = "import_used"
    IMPORT_FORGOTTEN = "import_forgotten"
    FORMULA_UNSAID = "formula_unsaid"
    FORMULA_FAILED = "formula_failed"
    CELLS_MERGED = "cells_merged"
    WORD_UNKNOWN = "word_unknown"
    DAY_UNREAD = "day_unread"
    DAY_UNCLEAR = "day_unclear"
    TIME_UNREAD = "time_unread"
    NUMBER_UNREAD = "number_unread"
    ID_UNKNOWN = "id_unknown"
    SEVERAL_SUCH = "several_such"
    TWICE_IN_SHEET = "twice_in_sheet"
    DAY_TO_COME = "day_to_come"
    DAY_STILL_OPEN = "day_still_open"
    PARTNER_UNKNOWN = "partner_unknown"
    GROUP_UNKNOWN = "group_unknown"
    INTERPRETER_UNKNOWN = "interpreter_unknown"
    NEVER_A_FEE = "never_a_fee"
    SESSION_HERE = "session_here"
    CLASH_IN_SHEET = "clash_in_sheet"
    CLASH_HERE = "clash_here"
    TOO_LONG_A_TIME = "too_long_a_time"
    VOLUNTEER_MISSED = "volunteer_missed"
    ROW_CONTRADICTS = "row_contradicts"
    GROUP_ELSEWHERE = "group_elsewhere"


MESSAGES: dict[Code, str] = {
    Code.WRONG_STATE: _(
        "This was changed in the meantime: it is now %(state)s, so this can no longer be done. Look at it again."
    ),
    Code.NOT_ALLOWED: _("Your account cannot do this."),
    Code.NOT_FOUND: _("This is not there, or not yours to see."),
    Code.NOT_SIGNED_IN: _("Please sign in."),
    Code.THROTTLED: _("That was too often. Wait a moment, then try again."),
    Code.TOO_LARGE: _("This is too long to be sent. Please shorten it."),
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
    Code.NOTHING_TO_DECIDE: _("Nothing stands against %(name)s here that needs the safeguarding lead’s decision."),
    Code.NO_CHANGE_PROPOSED: _("No change is waiting for an answer."),
    Code.IN_THE_PAST: _("This is in the past. Choose a later time."),
    Code.ENDS_BEFORE_IT_STARTS: _("The end must come after the start."),
    Code.WRONG_DAY: _("The session must be on the day of the visit (%(day)s)."),
    Code.CONTACT_IN_TEXT: _(
        "This text seems to hold a phone number, an e-mail address or an identity number. "
        "Please take it out: contacts have their own fields, and participants are never named."
    ),
    Code.VARIETY_OF_ANOTHER: _("This variety belongs to another language."),
    Code.VARIETY_NOT_SAID: _("Say which variety first, beside the language."),
    Code.NAMED_MISSING: _("Choose the interpreter you have in mind, or take the wish away."),
    Code.NAMED_UNKNOWN: _("Choose someone who has worked with you before."),
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
    Code.AREA_UNKNOWN: _("This area is not known yet. Choose one of the list, or ask the team to add it."),
    Code.SAME_AREA: _("Choose two different areas."),
    Code.OVER_THE_LIMIT: _("This can be at most %(most)s."),
    Code.LINK_OVER: _("This link no longer works. Ask the team for a new one."),
    Code.ONE_OF_BOTH: _("Choose a group or a partner."),
    Code.FILE_EMPTY: _("There is nothing in this file. Choose the file that has the rows."),
    Code.FILE_TOO_LARGE: _(
        "This file is larger than %(most)s. Save only the sheet with the rows, or split it into several files."
    ),
    Code.FILE_NO_SHEET: _("This is not a spreadsheet. Choose an Excel file (.xlsx) or a CSV file."),
    Code.FILE_OTHER_SHEET: _(
        "This kind of spreadsheet cannot be read. Open it, save it as .xlsx or CSV, and choose that file."
    ),
    Code.FILE_LOCKED: _("This file is locked with a password. Save it without one, and choose it again."),
    Code.FILE_LETTERS: _(
        "The letters of this file cannot be told apart. Save it as .xlsx, or as CSV in UTF-8, and choose it again."
    ),
    Code.FILE_DAMAGED: _(
        "This file is damaged. Open it in your spreadsheet program, save it anew as .xlsx, and choose it again."
    ),
    Code.TOO_MANY_ROWS: _(
        "This sheet has %(rows)s rows. At most %(most)s can be imported at once: split it into several files."
    ),
    Code.TOO_MANY_COLUMNS: _("This sheet has more than %(most)s columns. Take out those that are not to be imported."),
    Code.ONLY_A_HEADER: _("This sheet has a header and no rows below it. Choose the file that has the rows."),
    Code.SEVERAL_SHEETS: _("This file has several sheets, and one of them was read. Save another one as a file of its own."),
    Code.MERGED_FILLED: _("Some cells are merged downwards: what they say was taken for each of their rows."),
    Code.HEADER_TWICE: _("Two columns may be the same thing. The first was taken; choose another one where that is wrong."),
    Code.PLACES_UNSAID: _(
        "No column says where people can work, so new ones are taken to work anywhere. Say it for each of them afterwards."
    ),
    Code.FIELD_UNKNOWN: _("There is no such thing to import here. Choose one of the list."),
    Code.FIELD_TWICE: _("Another column is taken for this already. Choose one of the two."),
    Code.COLUMN_UNKNOWN: _("The sheet has no such column."),
    Code.ROWS_WRONG: _(
        "Rows that cannot be read: %(rows)s. Mend them in the sheet and choose it again, or say that they are left out."
    ),
    Code.NOTHING_TO_IMPORT: _("No row of this sheet would change anything."),
    Code.IMPORT_OUTDATED: _("Something changed since this sheet was checked. It was checked again: look at it once more."),
    Code.IMPORT_USED: _("Row %(row)s, %(name)s: used or changed since, so this import cannot be taken back as a whole."),
    Code.IMPORT_FORGOTTEN: _(
        "What this import changed is no longer kept, so it cannot be taken back. Change what is wrong by hand."
    ),
    Code.FORMULA_UNSAID: _(
        "This is a formula whose result is not in the file. Open the file in your spreadsheet program and save it."
    ),
    Code.FORMULA_FAILED: _("The formula of this cell ends in an error. Write what it should say."),
    Code.CELLS_MERGED: _("This cell is merged with those beside it. Split it, so that each column says its own."),
    Code.WORD_UNKNOWN: _("“%(word)s” is not known here. Known are: %(known)s."),
    Code.DAY_UNREAD: _("“%(word)s” is not a day that exists. Write it as 27/11/2026 or 2026-11-27."),
    Code.DAY_UNCLEAR: _("“%(word)s” could be two different days. Write it as 2026-11-27."),
    Code.TIME_UNREAD: _("“%(word)s” is not a time of day. Write it as 14:30."),
    Code.NUMBER_UNREAD: _("“%(word)s” is not a number that can be meant here."),
    Code.ID_UNKNOWN: _("Nothing here has this id. Leave it empty to find it by its name."),
    Code.SEVERAL_SUCH: _("There is more than one “%(name)s” here. Add what tells them apart, a phone number or the id."),
    Code.TWICE_IN_SHEET: _("Row %(row)s says the same. Keep one of the two."),
    Code.DAY_TO_COME: _("This is not over yet. Only what is past can be imported; plan the rest here."),
    Code.DAY_STILL_OPEN: _("This day is here already and not closed yet. Record what happened there."),
    Code.PARTNER_UNKNOWN: _("No partner here is called “%(name)s”. Import partners first, or write the name as it is here."),
    Code.GROUP_UNKNOWN: _(
        "%(partner)s has no group called “%(name)s” here. Import partners first, or write the name as it is here."
    ),
    Code.INTERPRETER_UNKNOWN: _(
        "No interpreter here is called “%(name)s”. Import interpreters first, or write the name as it is here."
    ),
    Code.NEVER_A_FEE: _("%(name)s is never given a fee, only expenses. Write that it was as a volunteer."),
    Code.SESSION_HERE: _("This session is here already, and not as this row says. Change it there."),
    Code.CLASH_IN_SHEET: _("The same person cannot be in two places: this overlaps with row %(row)s."),
    Code.CLASH_HERE: _("The same person cannot be in two places: this overlaps with another booking of %(name)s here."),
    Code.TOO_LONG_A_TIME: _("A session lasts from five minutes to twelve hours."),
    Code.VOLUNTEER_MISSED: _("A volunteer is never recorded as missing. Leave the interpreter out of this row."),
    Code.ROW_CONTRADICTS: _("Row %(row)s says otherwise about the same thing. Let both say the same."),
    Code.GROUP_ELSEWHERE: _("This group meets at %(name)s. Where it meets stays: another place is another group."),
    Code.NOT_THE_LEAD: _("Only the safeguarding lead or the deputy of the day can record this decision."),
    Code.NOT_OWN_DEPUTY: _("Nobody names themselves deputy of the day. Name a colleague."),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that stands in the way. ``field`` is the dotted path of the input it is about, if any."""

    code: Code
    message: str
    params: dict[str, Param] = field(default_factory=dict)
    field: str | None = None


class Refusal(Exception):
    """Nothing was changed, and ``problems`` say why, all of them."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message % problem.params for problem in problems))
        self.problems = problems

    @property
    def code(self) -> Code:
        return self.problems[0].code


class Forbidden(Refusal):
    """The actor is known and may see the thing, but is not the one who may do this."""


class Missing(Refusal):
    """The thing does not exist, or the actor may not know that it does: one answer for both."""


class Stale(Refusal):
    """The actor edited an older version than the current one, which ``current`` shows where it was looked up."""

    current: object = None


def problem(code: Code, *, at: str | None = None, **params: Param) -> Problem:
    return Problem(code, MESSAGES[code], params, at)


def refuse(code: Code, *, at: str | None = None, **params: Param) -> Refusal:
    """A refusal with the one problem of that code: ``raise refuse(Code.CLASH)``."""
    return Refusal(problem(code, at=at, **params))
