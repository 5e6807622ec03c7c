"""Columns that an export writes for whoever reads it: of things that are changed here, and by no spreadsheet."""

from passerelle.domain.words import ImportKind
from passerelle.imports.vocabulary.fields import FIELDS, Field, suggested
from passerelle.imports.vocabulary.folding import folded

FOR_READING: dict[ImportKind, tuple[Field, ...]] = {
    ImportKind.INTERPRETERS: (
        Field("break_until", ("Taking a break until", "En pause jusqu’au", "في استراحة حتى")),
        Field("account", ("Has an account here", "A un compte ici", "لديه حساب هنا")),
    ),
    ImportKind.PARTNERS: (),
    ImportKind.FRIDAYS: (
        Field("mode", ("In person or remote", "Sur place ou à distance", "حضوريًا أو عن بُعد")),
        Field("needs", ("People by language", "Personnes par langue", "الأشخاص حسب اللغة")),
        Field("requirements", ("Asked of every interpreter", "Demandé à chaque interprète", "المطلوب من كل مترجم")),
        Field("theme", ("Theme", "Thème", "الموضوع")),
        Field("situations", ("What to know", "À savoir", "ما ينبغي معرفته")),
        Field("materials", ("Materials to bring", "Matériel à apporter", "المواد المطلوب إحضارها")),
        Field("room", ("Room", "Salle", "الغرفة")),
        Field("notes", ("Notes", "Notes", "ملاحظات")),
        Field("contact", ("Contact on the day", "Contact le jour même", "جهة الاتصال في ذلك اليوم")),
        Field("staff", ("Staff who will be there", "Membres de l’équipe présents", "الموظفون الحاضرون")),
        Field(
            "proposed",
            ("Change the partner proposes", "Changement proposé par le partenaire", "التغيير الذي يقترحه الشريك"),
        ),
        Field(
            "gap_reason",
            (
                "Why it is confirmed with an empty place",
                "Pourquoi elle est confirmée avec une place vide",
                "لماذا تأكدت مع مكان شاغر",
            ),
        ),
        Field("reason", ("Why it does not take place", "Pourquoi elle n’a pas lieu", "لماذا لا تُعقد")),
        Field("debrief", ("Debrief offered", "Débriefing proposé", "عُرضت جلسة تفريغ")),
        Field("therapists", ("Therapists", "Thérapeutes", "المعالجون")),
        Field(
            "therapists_reason",
            (
                "Why the day is confirmed without two therapists",
                "Pourquoi la journée est confirmée sans deux thérapeutes",
                "لماذا تأكد اليوم دون معالجَين اثنين",
            ),
        ),
        Field(
            "cannot_travel",
            ("The team cannot travel", "L’équipe ne peut pas voyager", "لا يستطيع الفريق السفر"),
        ),
        Field("duty_phone", ("Duty phone", "Téléphone de permanence", "هاتف المناوبة")),
        Field("variety", ("Variety of the language", "Variété de la langue", "لهجة اللغة")),
        Field("qualities", ("Asked of this interpreter", "Demandé à cet interprète", "المطلوب من هذا المترجم")),
        Field("ticket", ("Ticket", "Billet", "التذكرة")),
        Field("asked", ("Who was asked, and what they said", "Qui a été sollicité, et sa réponse", "من سُئل وبماذا أجاب")),
    ),
}


def is_for_reading(kind: ImportKind, header: str) -> bool:
    """Whether ``header`` is one that an export writes above such a column. What an import reads comes first."""
    return suggested(kind, header) is None and folded(header) in {
        folded(word) for field in FOR_READING[kind] for word in field.headers
    }


def exported(kind: ImportKind) -> list[Field]:
    """The columns of an export, in their order."""
    return [*(field for field in FIELDS[kind] if field.exported), *FOR_READING[kind]]
