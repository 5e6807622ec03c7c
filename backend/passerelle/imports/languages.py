"""In which of the languages that spreadsheets are written in somebody gets theirs."""

from django.utils.translation import get_language

from passerelle.imports.vocabulary.words import LANGUAGES_WRITTEN


def written_language() -> str:
    """The reader's own, where headers and words are known in it; else English."""
    active = (get_language() or "").partition("-")[0]
    return active if active in LANGUAGES_WRITTEN else LANGUAGES_WRITTEN[0]
