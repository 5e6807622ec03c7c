"""How the closed lists are said to a person inside a sentence or a message. Screens have their own words."""

from passerelle.domain.refusals import _
from passerelle.domain.words import CancelReason, Language, Variety

LANGUAGES: dict[Language, str] = {
    Language.ARABIC: _("Arabic"),
    Language.SORANI: _("Sorani"),
    Language.KURMANJI: _("Kurmanji"),
    Language.PASHTO: _("Pashto"),
    Language.FARSI: _("Farsi"),
    Language.DARI: _("Dari"),
    Language.TIGRINYA: _("Tigrinya"),
    Language.AMHARIC: _("Amharic"),
    Language.VIETNAMESE: _("Vietnamese"),
    Language.FRENCH: _("French"),
    Language.ENGLISH: _("English"),
}

VARIETIES: dict[Variety, str] = {
    Variety.SUDANESE: _("Sudanese"),
    Variety.LEVANTINE: _("Levantine"),
}

CANCEL_REASONS: dict[CancelReason, str] = {
    CancelReason.NO_INTERPRETER: _("No interpreter"),
    CancelReason.NO_CROSSING: _("No crossing"),
    CancelReason.NOBODY_CAME: _("Nobody came"),
}
"""Why something was cancelled; of another reason there is only the note."""
