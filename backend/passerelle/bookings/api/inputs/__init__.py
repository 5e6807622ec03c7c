"""What the acts on bookings take, by noun.

``LIMITS`` bound what the database would refuse; ``arguments`` names the service's own.
"""

from passerelle.bookings.api.inputs.asks import (
    AskInput,
    BriefInput,
    ContactInput,
    DetailsEdit,
    DraftEdit,
    NeedInput,
    NewSession,
    QualityInput,
)
from passerelle.bookings.api.inputs.days import (
    ChangeModeOfDay,
    ConfirmDay,
    DutyPhone,
    GapReason,
    ModeInput,
    MoveDay,
    NewVisit,
    TherapistAnswerInput,
    VisitEdit,
)
from passerelle.bookings.api.inputs.places import (
    AskInterpreters,
    Assign,
    Decide,
    PlaceEdit,
    PlaceInput,
    Ticket,
)
from passerelle.bookings.api.inputs.sessions import (
    AnswerChange,
    Cancel,
    ChangeMode,
    ChooseTold,
    CloseOut,
    Decline,
    Move,
    OutcomeInput,
    ProposeChange,
    Schedule,
    Withdraw,
)

__all__ = [
    "AnswerChange",
    "AskInput",
    "AskInterpreters",
    "Assign",
    "BriefInput",
    "Cancel",
    "ChangeMode",
    "ChangeModeOfDay",
    "ChooseTold",
    "CloseOut",
    "ConfirmDay",
    "ContactInput",
    "Decide",
    "Decline",
    "DetailsEdit",
    "DraftEdit",
    "DutyPhone",
    "GapReason",
    "ModeInput",
    "Move",
    "MoveDay",
    "NeedInput",
    "NewSession",
    "NewVisit",
    "OutcomeInput",
    "PlaceEdit",
    "PlaceInput",
    "ProposeChange",
    "QualityInput",
    "Schedule",
    "TherapistAnswerInput",
    "Ticket",
    "VisitEdit",
    "Withdraw",
]
