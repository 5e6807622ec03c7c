"""The languages the product speaks; which of them say everything, and which only what interpreters meet.

The front end's ``src/i18n/locales.json`` lists the same ones; a test holds them together.
"""

from django.conf.locale import LANG_INFO

LANGUAGES = [
    ("en", "English"),
    ("fr", "Français"),
    ("ar", "العربية"),
    ("fa", "فارسی"),
    ("prs", "دری"),
    ("ps", "پښتو"),
    ("ckb", "کوردی (سۆرانی)"),
    ("ti", "ትግርኛ"),
]
FOR_INTERPRETERS = frozenset({"fa", "prs", "ps", "ckb", "ti"})
"""Languages whose catalogs hold what an interpreter can meet; the rest is said in English."""
RIGHT_TO_LEFT = ["ar", "fa", "prs", "ps", "ckb"]

# Django knows none of these three, nor that browsers say `fa-AF` of Dari and `ku` of Sorani.
LANG_INFO.update(
    {
        "prs": {"bidi": True, "code": "prs", "name": "Dari", "name_local": "دری"},
        "ps": {"bidi": True, "code": "ps", "name": "Pashto", "name_local": "پښتو"},
        "ti": {"bidi": False, "code": "ti", "name": "Tigrinya", "name_local": "ትግርኛ"},
        "fa-af": {"fallback": ["prs"]},
        "ku": {"fallback": ["ckb"]},
    }
)
