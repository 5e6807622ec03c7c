"""The closed lists as people write them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from passerelle.domain.states.session import SessionState
from passerelle.domain.states.visit import VisitState
from passerelle.domain.words import (
    CredentialKind,
    Gender,
    GroupKind,
    Language,
    Pay,
    PayOutcome,
    PayStatus,
    Place,
    ShiftOutcome,
    Variety,
)
from passerelle.imports.vocabulary.folding import folded

LANGUAGES_WRITTEN = ("en", "fr", "ar")


@dataclass(frozen=True)
class Words[E: StrEnum]:
    """``said``: for each value its words in English, French and Arabic, and further ones that are read as well.

    ``wider``: words that more than one of the values may be meant by, with the name of the list of those.
    """

    said: Mapping[E, tuple[str, str, str]]
    also: Mapping[E, Sequence[str]] = field(default_factory=dict)
    wider: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def read(self, text: str) -> E | None:
        return self._by_word.get(folded(text))

    def choices(self, text: str) -> str | None:
        """The name of the list of what ``text`` may mean, where that is more than one value."""
        return next((name for name, all_of_it in self.wider.items() if folded(text) in map(folded, all_of_it)), None)

    def write(self, value: E, language: str) -> str:
        return self.said[value][LANGUAGES_WRITTEN.index(language)]

    def known(self, language: str) -> str:
        """All of them, as a sentence lists them."""
        return ", ".join(self.write(value, language) for value in self.said)

    @cached_property
    def _by_word(self) -> dict[str, E]:
        found = {folded(value.value): value for value in self.said}
        for words in (self.said, self.also):
            found.update({folded(word): value for value, all_of_it in words.items() for word in all_of_it})
        return found


LANGUAGE = Words[Language](
    said={
        Language.ARABIC: ("Arabic", "Arabe", "العربية"),
        Language.SORANI: ("Sorani", "Sorani", "السورانية"),
        Language.KURMANJI: ("Kurmanji", "Kurmandji", "الكرمانجية"),
        Language.PASHTO: ("Pashto", "Pachto", "البشتو"),
        Language.FARSI: ("Farsi", "Persan", "الفارسية"),
        Language.DARI: ("Dari", "Dari", "الدارية"),
        Language.TIGRINYA: ("Tigrinya", "Tigrigna", "التغرينية"),
        Language.AMHARIC: ("Amharic", "Amharique", "الأمهرية"),
        Language.VIETNAMESE: ("Vietnamese", "Vietnamien", "الفيتنامية"),
        Language.FRENCH: ("French", "Français", "الفرنسية"),
        Language.ENGLISH: ("English", "Anglais", "الإنجليزية"),
    },
    also={
        Language.ARABIC: ("عربي", "عربية", "ara"),
        Language.SORANI: ("Kurdish Sorani", "Kurde sorani", "Central Kurdish", "سۆرانی", "کوردیی ناوەندی", "سوراني"),
        Language.KURMANJI: ("Kurdish Kurmanji", "Kurde kurmandji", "Kurmancî", "Northern Kurdish", "كرمانجي", "kmr"),
        Language.PASHTO: ("Pashtu", "Pushto", "Pashtou", "Pachtou", "Pachtoune", "پښتو", "بشتو", "pus"),
        Language.FARSI: ("Persian", "Iranian Persian", "Farsi Iran", "فارسی", "فارسي", "fas"),
        Language.DARI: ("Afghan Persian", "دری", "داري", "fa-AF"),
        Language.TIGRINYA: ("Tigrinia", "Tigrigna", "ትግርኛ", "تغرينية", "tir"),
        Language.AMHARIC: ("አማርኛ", "أمهرية", "amh"),
        Language.VIETNAMESE: ("Tiếng Việt", "فيتنامية", "vie"),
        Language.FRENCH: ("Francais", "فرنسي", "فرنسية", "fra"),
        Language.ENGLISH: ("Englisch", "إنجليزي", "إنجليزية", "انكليزي", "eng"),
    },
    wider={"kurdish": ("Kurdish", "Kurde", "Kurdî", "Kurdi", "الكردية", "كردي", "كردية", "کوردی", "ku", "kur")},
)

KURDISH = Words[Language](said={one: LANGUAGE.said[one] for one in (Language.SORANI, Language.KURMANJI)})

VARIETY = Words[Variety](
    said={
        Variety.SUDANESE: ("Sudanese", "Soudanais", "السودانية"),
        Variety.LEVANTINE: ("Levantine", "Levantin", "الشامية"),
    },
    also={
        Variety.SUDANESE: ("Sudan", "Soudan", "سوداني", "سودانية"),
        Variety.LEVANTINE: ("Syrian", "Syrien", "Levant", "شامي", "شامية"),
    },
)

PLACE = Words[Place](
    said={
        Place.UK: ("UK", "Royaume-Uni", "بريطانيا"),
        Place.FRANCE: ("France", "France", "فرنسا"),
        Place.REMOTE: ("Remote", "À distance", "عن بعد"),
    },
    also={
        Place.UK: ("United Kingdom", "England", "Britain", "Great Britain", "GB", "Angleterre", "المملكة المتحدة", "إنجلترا"),
        Place.FRANCE: ("FR",),
        Place.REMOTE: ("Online", "Phone", "Zoom", "Distance", "En ligne", "Distanciel", "أونلاين", "هاتف"),
    },
)

PAY_STATUS = Words[PayStatus](
    said={
        PayStatus.FEES: ("Paid", "Rémunéré", "مدفوع"),
        PayStatus.EXPENSES_ONLY: ("Volunteer", "Bénévole", "متطوع"),
    },
    also={
        PayStatus.FEES: ("Fee", "Fees", "Payé", "Payée", "Rémunérée", "Honoraires", "مدفوعة", "بأجر"),
        PayStatus.EXPENSES_ONLY: ("Expenses only", "Expenses", "Unpaid", "Volontaire", "Frais", "متطوعة", "تطوع"),
    },
)

PAY = Words[Pay](
    said={Pay.PAID: ("Paid", "Rémunéré", "مدفوع"), Pay.VOLUNTEER: ("Volunteer", "Bénévole", "متطوع")},
    also={
        Pay.PAID: ("Fee", "Fees", "Payé", "Payée", "Rémunérée", "Honoraires", "مدفوعة", "بأجر"),
        Pay.VOLUNTEER: ("Expenses only", "Expenses", "Unpaid", "Volontaire", "Frais", "متطوعة", "تطوع"),
    },
)

GENDER = Words[Gender](
    said={
        Gender.WOMAN: ("Woman", "Femme", "امرأة"),
        Gender.MAN: ("Man", "Homme", "رجل"),
        Gender.OTHER: ("Other", "Autre", "آخر"),
        Gender.UNSAID: ("Not said", "Non précisé", "غير محدد"),
    },
    also={
        Gender.WOMAN: ("F", "W", "Female", "Féminin", "Mme", "Mrs", "Ms", "أنثى"),
        Gender.MAN: ("M", "H", "Male", "Masculin", "Mr", "ذكر"),
        Gender.OTHER: ("X", "Non-binary", "Non binaire"),
        Gender.UNSAID: ("?", "Unknown", "Inconnu"),
    },
)

GROUP_KIND = Words[GroupKind](
    said={
        GroupKind.WOMEN_AND_CHILDREN: ("Women and children", "Femmes et enfants", "نساء وأطفال"),
        GroupKind.UNACCOMPANIED_YOUNG_PEOPLE: ("Unaccompanied young people", "Jeunes non accompagnés", "شباب غير مصحوبين"),
        GroupKind.FAMILIES: ("Families", "Familles", "عائلات"),
        GroupKind.MIXED_ADULTS: ("Mixed adults", "Adultes", "بالغون"),
        GroupKind.STAFF_AND_VOLUNTEERS: ("Staff and volunteers", "Équipe et bénévoles", "موظفون ومتطوعون"),
    },
    also={
        GroupKind.WOMEN_AND_CHILDREN: ("Women", "Femmes", "Women & children", "Mothers and children", "نساء"),
        GroupKind.UNACCOMPANIED_YOUNG_PEOPLE: (
            "Young people",
            "Minors",
            "Unaccompanied minors",
            "Mineurs",
            "MNA",
            "Jeunes",
            "قاصرون",
        ),
        GroupKind.FAMILIES: ("Family", "Famille", "عائلة"),
        GroupKind.MIXED_ADULTS: ("Adults", "Adult", "Mixed", "Adultes mixtes", "Mixte", "كبار"),
        GroupKind.STAFF_AND_VOLUNTEERS: ("Staff", "Volunteers", "Team", "Équipe", "Bénévoles", "فريق"),
    },
)

OUTCOME = Words[ShiftOutcome](
    said={
        ShiftOutcome.WORKED: ("Came", "Présent", "حضر"),
        ShiftOutcome.MISSED: ("Missed", "Absent", "غاب"),
    },
    also={
        ShiftOutcome.WORKED: (
            "Yes",
            "Worked",
            "Attended",
            "Present",
            "Done",
            "Oui",
            "Présente",
            "Venu",
            "Venue",
            "نعم",
            "حضرت",
        ),
        ShiftOutcome.MISSED: ("No show", "No-show", "Didn't come", "Absente", "Pas venu", "Pas venue", "غابت", "لم يحضر"),
    },
)

PAY_OUTCOME = Words[PayOutcome](
    said={
        PayOutcome.FEE: ("A fee", "Honoraires", "أجر"),
        PayOutcome.EXPENSES: ("Expenses", "Frais", "نفقات"),
        PayOutcome.NONE: ("Nothing", "Rien", "لا شيء"),
    },
    also={PayOutcome.FEE: ("Paid",), PayOutcome.NONE: ("None", "-", "No", "Non", "لا")},
)

VISIT_STATE = Words[VisitState](
    said={
        VisitState.PLANNING: ("Being planned", "En préparation", "قيد التخطيط"),
        VisitState.CONFIRMED: ("Confirmed", "Confirmée", "مؤكَّد"),
        VisitState.DONE: ("Done", "Terminée", "انتهى"),
        VisitState.CANCELLED: ("Cancelled", "Annulée", "أُلغي"),
    },
    also={VisitState.DONE: ("Over", "Passée"), VisitState.CANCELLED: ("Canceled", "Called off", "ملغى")},
)

SESSION_STATE = Words[SessionState](
    said={
        SessionState.REQUESTED: ("Requested", "Demandée", "مطلوبة"),
        SessionState.SCHEDULED: ("Planned", "Prévue", "مخطَّطة"),
        SessionState.CONFIRMED: ("Confirmed", "Confirmée", "مؤكَّدة"),
        SessionState.HELD: ("Held", "A eu lieu", "عُقدت"),
        SessionState.DECLINED: ("Declined", "Pas possible", "مرفوضة"),
        SessionState.WITHDRAWN: ("Taken back", "Retirée", "مسحوبة"),
        SessionState.CANCELLED: ("Cancelled", "Annulée", "ملغاة"),
    },
    also={
        SessionState.REQUESTED: ("Asked", "Demandé"),
        SessionState.SCHEDULED: ("Scheduled", "Prévu"),
        SessionState.CONFIRMED: ("Confirmé", "مؤكَّد"),
        SessionState.HELD: ("Done", "Took place", "Eu lieu", "Faite", "تمت"),
        SessionState.DECLINED: ("Refused", "Refusée"),
        SessionState.WITHDRAWN: ("Withdrawn", "Retiré"),
        SessionState.CANCELLED: ("Canceled", "Called off", "Annulé", "أُلغيت"),
    },
)
"""A draft is in no spreadsheet: it is its writer's until it is sent."""

CREDENTIAL = Words[CredentialKind](
    said={
        CredentialKind.CHECK: ("Check", "Vérification", "تحقق"),
        CredentialKind.SAFEGUARDING_TRAINING: ("Safeguarding training", "Formation à la protection", "تدريب على الحماية"),
        CredentialKind.AGREEMENT: ("Agreement", "Accord signé", "اتفاق"),
    },
    also={
        CredentialKind.CHECK: ("DBS", "DBS check", "Background check", "Casier judiciaire", "Casier"),
        CredentialKind.SAFEGUARDING_TRAINING: ("Safeguarding", "Training", "Formation", "تدريب"),
        CredentialKind.AGREEMENT: ("Signed agreement", "Accord", "اتفاقية"),
    },
)


class Answer(StrEnum):
    YES = "yes"
    NO = "no"


ANSWER = Words[Answer](
    said={Answer.YES: ("Yes", "Oui", "نعم"), Answer.NO: ("No", "Non", "لا")},
    also={
        Answer.YES: ("Y", "O", "True", "Vrai", "1", "x", "✓", "✔"),
        Answer.NO: ("N", "False", "Faux", "0", "-"),
    },
)


def yes_or_no(said: bool, language: str) -> str:
    return ANSWER.write(Answer.YES if said else Answer.NO, language)
