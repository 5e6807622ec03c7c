"""Every screen there is: whose it is, how its owner gets there, and by what it is known."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.e2e import ways
from tests.e2e.windows import Window


@dataclass(frozen=True)
class Screen:
    """A screen by its name, how its owner gets there from the screen before it in the list, and by what it is known."""

    name: str
    role: str
    heading: str
    """The first heading, in English; empty where it is the day."""
    reach: Callable[[Window], object]


SCREENS = (
    Screen("sign-in", "door", "", ways.stay),
    Screen("claim", "door", "Your account", ways.a_claim),
    Screen("partner-sessions", "partner", "My sessions", ways.stay),
    Screen("partner-ask", "partner", "Ask for a session", lambda window: window.go("Ask")),
    Screen("partner-ask-refused", "partner", "Ask for a session", lambda window: window.button("Send the request").click()),
    Screen("partner-repeat", "partner", "Ask for a session", ways.repeat),
    Screen("partner-past", "partner", "My sessions", ways.what_is_past),
    Screen("partner-session", "partner", "", lambda window: ways.session(window, "Planned")),
    Screen("partner-propose", "partner", "", ways.a_proposal),
    Screen("partner-take-back", "partner", "", ways.taken_back),
    Screen("partner-details", "partner", "", ways.its_details),
    Screen("partner-draft", "partner", "Ask for a session", ways.a_draft),
    Screen("partner-people", "partner", "Our people", lambda window: window.go("Our people")),
    Screen("partner-devices", "partner", "My devices", ways.own_devices),
    Screen("partner-gone", "partner", "", ways.at(f"partner/sessions/{ways.NOBODYS}", "This session is not here")),
    Screen("partner-not-theirs", "partner", "", ways.at("team/journal", "This part is for others")),
    Screen("interpreter-asked", "interpreter", "Can you come?", ways.stay),
    Screen("interpreter-fridays", "interpreter", "My Fridays", lambda window: window.go("My Fridays")),
    Screen("interpreter-free-days", "interpreter", "Which days are you free?", lambda window: window.go("Free days")),
    Screen("interpreter-why", "interpreter", "Why am I not asked?", ways.why_not),
    Screen("interpreter-me", "interpreter", "About me", lambda window: window.go("About me")),
    Screen("interpreter-devices", "interpreter", "My devices", lambda window: window.go("My devices")),
    Screen("team-fridays", "team", "Fridays", ways.stay),
    Screen("team-inbox", "team", "Inbox", lambda window: window.go("Inbox")),
    Screen("team-waiting", "team", "Who hasn’t answered", lambda window: window.go("Who hasn’t answered")),
    Screen("team-message", "team", "Who hasn’t answered", ways.a_message),
    Screen("team-people", "team", "Interpreters", lambda window: window.go("Interpreters")),
    Screen("team-person", "team", "", ways.a_person_read),
    Screen("team-person-edit", "team", "", ways.a_person),
    Screen("team-person-new", "team", "Add an interpreter", ways.a_new_person),
    Screen("team-partners", "team", "Partners", lambda window: window.go("Partners")),
    Screen("team-partner", "team", "", ways.a_partner),
    Screen("team-requests", "team", "Requests", lambda window: window.go("Requests")),
    Screen("team-answers", "team", "Requests", ways.both_answers),
    Screen("team-behalf", "team", "", ways.on_behalf),
    Screen("team-requests-again", "team", "Requests", lambda window: window.go("Requests")),
    Screen("team-ask", "team", "Ask for a session", lambda window: window.go("Ask on a partner’s behalf")),
    Screen("team-board-confirmed", "team", "", lambda window: ways.first_day(window, "Confirmed")),
    Screen("team-close-out", "team", "Who came", ways.of_the_day("close")),
    Screen("team-board", "team", "", ways.first_day),
    Screen("team-place", "team", "", ways.empty_place),
    Screen("team-place-edit", "team", "", ways.a_place_edited),
    Screen("team-details", "team", "", ways.details),
    Screen("team-session-forms", "team", "", ways.forms_of_sessions),
    Screen("team-day-edit", "team", "", ways.the_day_edited),
    Screen("team-day-move", "team", "", ways.the_day_moved),
    Screen("team-day-cancel", "team", "", ways.the_day_cancelled),
    Screen("team-confirm", "team", "Confirm the day", ways.of_the_day("confirm")),
    Screen("team-modes", "team", "Hold the day another way", ways.of_the_day("modes")),
    Screen("team-sheet", "team", "", ways.of_the_day("sheet")),
    Screen("team-past-day", "team", "", ways.a_past_day),
    Screen("team-close", "team", "Who came", ways.of_the_day("close")),
    Screen("team-called-off", "team", "", ways.called_off),
    Screen("team-gone", "team", "", ways.at(f"team/visits/{ways.NOBODYS}", "This is not here any more")),
    Screen("team-imports", "team", "Import a spreadsheet", lambda window: window.go("Import")),
    Screen("team-import-columns", "team", "Import interpreters", ways.a_spreadsheet),
    Screen("team-import-rows", "team", "Import interpreters", ways.its_rows),
    Screen("team-devices", "team", "My devices", ways.own_devices),
    Screen("team-out-of-reach", "team", "Journal", ways.out_of_reach),
    Screen("team-journal", "team", "Journal", ways.back_in_reach),
    Screen("team-looked", "team", "Who looked", ways.who_looked),
)
