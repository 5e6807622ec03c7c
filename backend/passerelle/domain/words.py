"""The closed lists of words the product speaks in (``product.md``, Words)."""

from enum import StrEnum


class GroupKind(StrEnum):
    WOMEN_AND_CHILDREN = "women_and_children"
    UNACCOMPANIED_YOUNG_PEOPLE = "unaccompanied_young_people"
    FAMILIES = "families"
    MIXED_ADULTS = "mixed_adults"
    STAFF_AND_VOLUNTEERS = "staff_and_volunteers"


WITH_UNDER_18S = frozenset({GroupKind.WOMEN_AND_CHILDREN, GroupKind.UNACCOMPANIED_YOUNG_PEOPLE, GroupKind.FAMILIES})


class Mode(StrEnum):
    IN_PERSON = "in_person"
    REMOTE = "remote"
    PARTNER_LED = "partner_led"


class Pay(StrEnum):
    PAID = "paid"
    VOLUNTEER = "volunteer"


class PayStatus(StrEnum):
    """What an interpreter may be given: a fee, or only what was really spent."""

    FEES = "fees"
    EXPENSES_ONLY = "expenses_only"


class Gender(StrEnum):
    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"
    UNSAID = "unsaid"


class Place(StrEnum):
    """Where an interpreter can work. Never a document, never a status."""

    UK = "uk"
    FRANCE = "france"
    REMOTE = "remote"


PLACE_OF_COUNTRY = {"GB": Place.UK, "FR": Place.FRANCE}


class CredentialKind(StrEnum):
    CHECK = "check"
    SAFEGUARDING_TRAINING = "safeguarding_training"
    AGREEMENT = "agreement"


class Quality(StrEnum):
    """What a shift can require of, or wish for in, an interpreter."""

    WOMAN = "woman"
    CHECK = "check"
    TRAINING = "training"
    VARIETY = "variety"
    NAMED = "named"
    """One interpreter by name: the shift says who."""


class Strength(StrEnum):
    REQUIRED = "required"
    WISHED = "wished"


class TherapistAnswer(StrEnum):
    ASKED = "asked"
    YES = "yes"
    NO = "no"


class Language(StrEnum):
    """The languages asked for, by their BCP 47 codes."""

    ARABIC = "ar"
    SORANI = "ckb"
    KURMANJI = "kmr"
    PASHTO = "ps"
    FARSI = "fa"
    DARI = "prs"
    TIGRINYA = "ti"
    AMHARIC = "am"
    VIETNAMESE = "vi"
    FRENCH = "fr"
    ENGLISH = "en"


class Variety(StrEnum):
    SUDANESE = "ar-SD"
    LEVANTINE = "apc"


VARIETIES_OF = {Language.ARABIC: frozenset({Variety.SUDANESE, Variety.LEVANTINE})}


class Theme(StrEnum):
    """What a session is about, in words every reader can have in their own language."""

    ARRIVAL = "arrival"
    TREE_OF_LIFE = "tree_of_life"
    GRIEF = "grief"
    SLEEP = "sleep"
    PLAY = "play"
    PARENTING = "parenting"
    TEAM_CARE = "team_care"


class Situation(StrEnum):
    """What an interpreter should know of the people and the moment, in words every reader can have in their own language."""

    FIRST_MEETING = "first_meeting"
    LAST_MEETING = "last_meeting"
    SOMEONE_NEW = "someone_new"
    DIFFICULT_NEWS = "difficult_news"
    CHILDREN_PRESENT = "children_present"
    COMING_AND_GOING = "coming_and_going"
    STRONG_FEELINGS = "strong_feelings"


class Material(StrEnum):
    """What the partner would like the team to bring."""

    LEGO = "lego"
    PLASTICINE = "plasticine"
    PAINTS = "paints"
    PAPER = "paper"


class Room(StrEnum):
    """How the room is or should be."""

    CIRCLE = "circle"
    TABLES = "tables"
    ON_THE_FLOOR = "on_the_floor"
    QUIET = "quiet"
    STEP_FREE = "step_free"


class SessionEvent(StrEnum):
    """What happened to a session, as its history tells it: the kinds of its lines in the journal."""

    DRAFT = "draft"
    EDITED = "edited"
    REQUESTED = "requested"
    SCHEDULED = "scheduled"
    CONFIRMED = "confirmed"
    DETAILS_CHANGED = "details_changed"
    CHANGE_PROPOSED = "change_proposed"
    CHANGE_WITHDRAWN = "change_withdrawn"
    CHANGE_ACCEPTED = "change_accepted"
    CHANGE_REFUSED = "change_refused"
    MOVED = "moved"
    MODE_CHANGED = "mode_changed"
    THERAPISTS = "therapists"
    DUTY_PHONE = "duty_phone"
    TOLD_CHANGED = "told_changed"
    COVER = "cover"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    HELD = "held"
    FORGOTTEN = "forgotten"
    """Its texts or contacts were deleted, since the time was over for which they are kept."""
    CHANGED = "changed"
    """Something else about it: a kind that has no word of its own yet."""


class CancelReason(StrEnum):
    NO_INTERPRETER = "no_interpreter"
    NO_CROSSING = "no_crossing"
    NOBODY_CAME = "nobody_came"
    OTHER = "other"


class DeclineReason(StrEnum):
    NO_PLACE = "no_place"
    NO_INTERPRETER = "no_interpreter"
    OTHER = "other"


class PayOutcome(StrEnum):
    """What a closed place means for pay: settled at close-out or when it is cancelled."""

    NONE = "none"
    FEE = "fee"
    EXPENSES = "expenses"


class ShiftOutcome(StrEnum):
    WORKED = "worked"
    CAME_NOT_NEEDED = "came_not_needed"
    """Came, and was not needed after all: counts as worked."""
    MISSED = "missed"
    LET_GO = "let_go"
    """Did not come, and nothing is held against anyone: the place is cancelled."""


class ImportKind(StrEnum):
    """What the rows of a spreadsheet are."""

    INTERPRETERS = "interpreters"
    PARTNERS = "partners"
    FRIDAYS = "fridays"


class ImportRowState(StrEnum):
    """What importing a row would do; wrong: nothing, since a cell of it cannot be read."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"
