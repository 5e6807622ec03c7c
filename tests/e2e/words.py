"""What the screens say, so that a test finds things by their words in any language."""

import json
import re

from babel.messages.pofile import read_po

from scripts.paths import FRONTEND

LOCALES = ("en", "ar")
"""The languages the screens are walked through in: one from each side."""
_HOLE = re.compile(r"\{[^{}]*\}|</?\d+/?>")
_FORM = re.compile(r"(?:=\d+|zero|one|two|few|many|other) \{([^{}]*)\}")


class Words:
    """The words on the screens in one language, by the English ones, out of the front end's own catalog."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.spoken: dict[str, str] = json.loads((FRONTEND / "src" / "i18n" / "locales.json").read_text())[locale]
        self._catalog: dict[str, str] = {}
        for path in sorted((FRONTEND / "src" / "locales" / locale).glob("*.po"), key=lambda path: path.stem == "messages"):
            with path.open("rb") as file:
                self._catalog |= {str(message.id): str(message.string) for message in read_po(file) if message.id}

    def __call__(self, english: str) -> str:
        """What the screen says for ``english``, which must be one of its messages."""
        return self._catalog[english] or english

    def like(self, english: str) -> "re.Pattern[str]":
        """A message with ``{placeholders}``: each may be anything."""
        return re.compile(_open(self(english)))

    def counted(self, *forms: str) -> "re.Pattern[str]":
        """A message that counts, found by its English ``forms``: any number, any form of this language, and nothing else."""
        ids = [known for known in self._catalog if all(f"{{{form}}}" in known for form in forms)]
        assert ids, f"No message counts as {forms}."
        said = {form for known in ids for form in _FORM.findall(self(known))}
        return re.compile("|".join(f"^{_open(form.replace('#', '{#}'))}$" for form in sorted(said)))


def _open(message: str) -> str:
    return ".*".join(re.escape(part) for part in _HOLE.split(message))
