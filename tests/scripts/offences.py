"""For each check of ``scripts.check``, the smallest changes it must refuse, and what it must say of them.

A new check needs at least one here. ``says`` are words that must stand in what the check prints: the file, the rule,
or the sentence; enough for who reads it to know where to go.
"""

import secrets
from dataclasses import dataclass

from tests.scripts.tree import Edit, added, replaced

BACK = "backend/passerelle"
FRONT = "frontend/src"


@dataclass(frozen=True)
class Offence:
    check: str
    what: str
    edits: tuple[Edit, ...]
    says: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.check}: {self.what}"


def offence(check: str, what: str, *edits: Edit, says: str | tuple[str, ...]) -> Offence:
    return Offence(check, what, edits, (says,) if isinstance(says, str) else says)


RULES_BROKEN = "The rules know no framework BROKEN"
LAYERS_BROKEN = "Imports point down this list only BROKEN"

OF_THE_CODE = (
    offence("format", "two blanks", added(f"{BACK}/domain/text.py", "NOTHING  = 0\n"), says=f"{BACK}/domain/text.py"),
    offence(
        "lint",
        "an import nobody uses, a time without a zone, a print, in all three folders",
        added(f"{BACK}/domain/offence.py", "import json\n"),
        added("scripts/offence.py", "from datetime import datetime\n\nNOW = datetime(2026, 11, 27)\n"),
        added("tests/support/offence.py", 'print("x")\n'),
        says=("F401", f"{BACK}/domain/offence.py", "DTZ001", "scripts/offence.py", "T201", "tests/support/offence.py"),
    ),
    offence(
        "lint",
        "a function with too many branches",
        added(f"{BACK}/domain/offence.py", "def f(x: int) -> int:\n" + "    if x:\n        x += 1\n" * 9 + "    return x\n"),
        says=("C901", f"{BACK}/domain/offence.py"),
    ),
    offence(
        "types",
        "a word where a number belongs, in all three folders",
        added(f"{BACK}/domain/offence.py", 'NUMBER: int = "one"\n'),
        added("scripts/offence.py", 'NUMBER: int = "one"\n'),
        added("tests/support/offence.py", "def untyped(x):\n    return x\n"),
        says=(f"{BACK}/domain/offence.py:1", "scripts/offence.py:1", "tests/support/offence.py:1", "[no-untyped-def]"),
    ),
    offence(
        "types",
        "a field the model does not have",
        added(
            f"{BACK}/accounts/offence.py",
            'from passerelle.accounts.models import User\n\nNOBODY = User.objects.filter(nickname="x")\n',
        ),
        says=(f"{BACK}/accounts/offence.py:3", "nickname"),
    ),
)

OF_THE_IMPORTS = (
    offence(
        "imports",
        "the rules import Django",
        added(f"{BACK}/domain/offence.py", "import django.db\n"),
        says=(RULES_BROKEN, "passerelle.domain.offence -> django"),
    ),
    offence(
        "imports",
        "matching reaches Django through common",
        added(f"{BACK}/matching/offence.py", "import passerelle.common.models\n"),
        says=(RULES_BROKEN, "passerelle.matching.offence -> passerelle.common.models"),
    ),
    offence(
        "imports",
        "an app imports from above",
        added(f"{BACK}/accounts/offence.py", "import passerelle.bookings.models\n"),
        says=(LAYERS_BROKEN, "passerelle.accounts.offence -> passerelle.bookings.models"),
    ),
    offence(
        "imports",
        "an app stands in no layer",
        added(f"{BACK}/offence/__init__.py", '"""An app."""\n'),
        says=(LAYERS_BROKEN, "passerelle.offence"),
    ),
    offence(
        "imports",
        "another app than live knows Channels",
        added(f"{BACK}/journal/offence.py", "import channels.layers\n"),
        says=("Channels and Redis are known to live alone BROKEN", "passerelle.journal.offence -> channels"),
    ),
)

OF_WHAT_IS_GENERATED = (
    offence(
        "migrations",
        "a field without its migration",
        replaced(
            f"{BACK}/accounts/models.py",
            "    is_active = models.BooleanField(default=True)\n",
            "    is_active = models.BooleanField(default=True)\n    shoes = models.IntegerField(default=40)\n",
        ),
        says=("accounts", "Add field shoes to user"),
    ),
    offence(
        "openapi",
        "a description that the document does not have",
        replaced(f"{BACK}/accounts/api/views.py", '"""Everyone in the team."""', '"""Everyone, and their dogs."""'),
        says=("frontend/openapi/api.yaml is not what the source says", "+      description: Everyone, and their dogs."),
    ),
    offence(
        "openapi",
        "a view that nobody described",
        replaced(f"{BACK}/accounts/api/views.py", '    @documented("list_team", TeamList)\n', ""),
        says=("TeamView", "unable to guess serializer"),
    ),
    offence(
        "states",
        "a transition that the page does not draw",
        replaced(
            f"{BACK}/domain/states/visit.py",
            "(S.PLANNING, A.CANCEL): Transition(S.CANCELLED, by(TEAM))",
            "(S.PLANNING, A.CANCEL): Transition(S.CANCELLED, by(TEAM, SYSTEM))",
        ),
        says="states.md is not what the state tables say",
    ),
    offence(
        "register",
        "a field that nobody says anything of",
        replaced(
            f"{BACK}/interpreters/models.py",
            "    base_area = models.CharField(max_length=120, blank=True)\n",
            "    base_area = models.CharField(max_length=120, blank=True)\n    born_on = models.DateField(null=True)\n",
        ),
        says="interpreters.Interpreter.born_on: not registered",
    ),
    offence(
        "register",
        "a reader whom the page does not name",
        replaced(f"{BACK}/availability/personal.py", "readers(Reader.SELF, Reader.TEAM))", "readers(Reader.SELF))"),
        says="personal-data.md is not what the register says",
    ),
    offence(
        "figures",
        "a goal that the page does not tell",
        replaced("bench/goals.json", '"goal": 12,', '"goal": 13,'),
        says="Not what the figures say: bench.md",
    ),
    offence(
        "messages",
        "a sentence that no catalog has",
        replaced(f"{BACK}/domain/refusals/sentences.py", '_("Please fill this in.")', '_("Nobody has translated this.")'),
        says=("ar: lacks the message “Nobody has translated this.”", "fr: nobody says any more: “Please fill this in.”"),
    ),
)

OF_THE_FRONT_END = (
    offence(
        "frontend-lint",
        "two files that import each other",
        added(f"{FRONT}/lib/one.ts", 'import { two } from "./two";\n\nexport const one = (): unknown => two;\n'),
        added(f"{FRONT}/lib/two.ts", 'import { one } from "./one";\n\nexport const two = (): unknown => one;\n'),
        says=("no-cycle", "one.ts"),
    ),
    offence(
        "frontend-lint",
        "a picture without words",
        added(f"{FRONT}/ui/Offence.tsx", 'export const Offence = () => <img src="/mark.svg" />;\n'),
        says=("alt-text", "src/ui/Offence.tsx"),
    ),
    offence(
        "frontend-lint",
        "imports that point the wrong way",
        added(f"{FRONT}/ui/offence.ts", 'export { useOffers } from "../features/offers/queries";\n'),
        added(f"{FRONT}/features/board/offence.ts", 'export { useOffers } from "../offers/queries";\n'),
        added(f"{FRONT}/lib/offence.ts", 'export const offence = () => import("../app/App");\n'),
        says=(
            "ui/offence.ts imports features/offers/queries",
            "features/board/offence.ts imports features/offers/queries",
            "lib/offence.ts imports app/App",
        ),
    ),
    offence(
        "frontend-lint",
        "a folder that stands in no layer",
        added(f"{FRONT}/widgets/offence.ts", 'export { App } from "../app/App";\n'),
        says="widgets/ stands in no layer",
    ),
    offence(
        "frontend-format-check",
        "two blanks",
        added(f"{FRONT}/ui/offence.ts", "export const  nothing = 0;\n"),
        says="src/ui/offence.ts",
    ),
    offence(
        "frontend-typecheck",
        "a word where a number belongs, and a field the API does not give",
        added(f"{FRONT}/ui/number.ts", 'export const nothing: number = "none";\n'),
        added(
            f"{FRONT}/ui/offence.ts",
            'import type { components } from "../api/schema";\n'
            'export const dogs = (me: components["schemas"]["Me"]) => me.dogs;\n',
        ),
        says=("src/ui/number.ts(1,14)", "TS2322", "src/ui/offence.ts(2,", "'dogs'"),
    ),
    offence(
        "frontend-generate-check",
        "a document with another word than the types",
        replaced("frontend/openapi/api.yaml", "    VisitState:\n      enum:\n", "    VisitState:\n      enum:\n      - lost\n"),
        says="src/api/schema.d.ts is not what openapi/api.yaml says",
    ),
    offence(
        "frontend-generate-check",
        "types written by hand",
        added(f"{FRONT}/api/schema.d.ts", "export type Dog = string;\n"),
        says="src/api/schema.d.ts is not what openapi/api.yaml says",
    ),
    offence(
        "frontend-generate-check",
        "the name of a month, written by hand",
        added(f"{FRONT}/lib/time/names/fa.json", " "),
        says="src/lib/time/names/fa.json is not what Node's ICU says",
    ),
    offence(
        "frontend-generate-check",
        "letters left out of the font",
        replaced("frontend/scripts/fonts.mjs", "0x137f", "0x1370"),
        says="is not what scripts/fonts.mjs makes",
    ),
    offence(
        "frontend-generate-check",
        "a language said to be reviewed in the table alone",
        replaced("docs/languages.md", "| `fr` |", "| `FR` |"),
        says="docs/languages.md is not what src/i18n/locales.json says",
    ),
    offence(
        "frontend-messages-check",
        "a sentence that no catalog has",
        added(
            f"{FRONT}/ui/Offence.tsx",
            'import { Trans } from "@lingui/react/macro";\n'
            "export const Offence = () => <Trans>Nobody has translated this</Trans>;\n",
        ),
        says=("src/locales/ar/messages.po is not what the sources say", "ar: no translation of “Nobody has translated this”"),
    ),
    offence(
        "frontend-messages-check",
        "a translation taken out, and one of what nobody says",
        replaced(f"{FRONT}/locales/ar/messages.po", 'msgid "Sign in"\nmsgstr "تسجيل الدخول"\n', 'msgid "Sign in"\nmsgstr ""\n'),
        added(f"{FRONT}/locales/en/messages.po", '\nmsgid "Nobody says this"\nmsgstr "Nobody says this"\n'),
        says=("ar: no translation of “Sign in”", "src/locales/en/messages.po is not what the sources say"),
    ),
    offence(
        "frontend-messages-check",
        "a translation taken out of the words of the desks",
        replaced(f"{FRONT}/locales/ar/desks.po", 'msgid "(you)"\nmsgstr "(أنت)"\n', 'msgid "(you)"\nmsgstr ""\n'),
        says="ar: no translation of “(you)”",
    ),
    offence(
        "frontend-messages-check",
        "words of the team that nobody says",
        added(f"{FRONT}/locales/fr/team.po", '\nmsgid "Nobody says this"\nmsgstr "Personne ne le dit"\n'),
        says="src/locales/fr/team.po is not what the sources say",
    ),
    offence(
        "frontend-sizes",
        "what every page downloads grows",
        added(f"{FRONT}/ui/offence.ts", f'export const weight = "{secrets.token_hex(300_000)}";\n'),
        replaced(
            f"{FRONT}/main.tsx",
            'import { locale } from "./i18n/locale";\n',
            'import { locale } from "./i18n/locale";\nimport { weight } from "./ui/offence";\n\ndocument.title = weight;\n',
        ),
        says=("OVER interpreter, JS", "OVER partner, JS", "OVER team, JS"),
    ),
)

OF_THE_DEPLOYMENT = (
    offence(
        "compose",
        "a word that the schema does not know",
        replaced("docker-compose.yml", 'test: ["CMD", "redis-cli", "ping"]', 'tests: ["CMD", "redis-cli", "ping"]'),
        says=("docker-compose.yml", "/services/redis/healthcheck", "invalid-schema"),
    ),
)

OFFENCES = (*OF_THE_CODE, *OF_THE_IMPORTS, *OF_WHAT_IS_GENERATED, *OF_THE_FRONT_END, *OF_THE_DEPLOYMENT)
