"""What each kind of import knows, and what people call it at the top of a column."""

from dataclasses import dataclass

from passerelle.domain.words import ImportKind
from passerelle.imports.vocabulary.folding import folded
from passerelle.imports.vocabulary.words import LANGUAGES_WRITTEN


@dataclass(frozen=True)
class Field:
    """``headers`` are the words an export writes, in English, French and Arabic; ``also`` are read as well."""

    name: str
    headers: tuple[str, str, str]
    also: tuple[str, ...] = ()
    required: bool = False
    instead: tuple[str, ...] = ()
    """Where it is required: fields that will do as well."""
    exported: bool = True

    def header(self, language: str) -> str:
        return self.headers[LANGUAGES_WRITTEN.index(language)]

    def is_called(self, header: str) -> bool:
        return folded(header) in {folded(word) for word in (self.name, *self.headers, *self.also)}


_ID = Field("id", ("Passerelle id", "Identifiant Passerelle", "معرّف Passerelle"))

INTERPRETERS = (
    _ID,
    Field(
        "name",
        ("Name", "Nom complet", "الاسم"),
        (
            "Full name",
            "Interpreter",
            "Interpreter name",
            "Interprète",
            "Nom et prénom",
            "Prénom et nom",
            "الاسم الكامل",
            "المترجم",
        ),
        required=True,
        instead=("first_name",),
        exported=False,
    ),
    Field("first_name", ("First name", "Prénom", "الاسم الأول"), ("Given name", "Forename", "الاسم الشخصي")),
    Field("family_name", ("Family name", "Nom de famille", "اسم العائلة"), ("Surname", "Last name", "Nom", "الكنية", "اللقب")),
    Field(
        "phone",
        ("Phone", "Téléphone", "الهاتف"),
        (
            "Telephone",
            "Phone number",
            "Mobile",
            "Mobile number",
            "Cell",
            "WhatsApp",
            "Tel",
            "Tél",
            "Portable",
            "Numéro",
            "رقم الهاتف",
            "الجوال",
            "واتساب",
        ),
    ),
    Field(
        "email",
        ("E-mail", "Courriel", "البريد الإلكتروني"),
        ("Email", "E-mail address", "Email address", "Mail", "Adresse e-mail", "Adresse mail", "بريد"),
    ),
    Field(
        "languages",
        ("Languages", "Langues", "اللغات"),
        ("Language", "Language(s)", "Langue", "Langue(s)", "Languages spoken", "Langues parlées", "Speaks", "اللغة", "لغات"),
        required=True,
    ),
    Field(
        "places",
        ("Can work in", "Peut travailler", "أماكن العمل"),
        ("Places", "Works in", "Location", "Lieux", "Lieu", "المكان"),
    ),
    Field(
        "pay_status",
        ("Paid or volunteer", "Rémunéré ou bénévole", "مدفوع أو متطوع"),
        ("Paid/volunteer", "Paid", "Volunteer", "Pay", "Status", "Statut", "Rémunération", "Bénévole", "الأجر"),
    ),
    Field("gender", ("Gender", "Genre", "الجنس"), ("Sex", "Sexe", "M/F", "F/M", "Title", "Civilité")),
    Field(
        "base_area",
        ("Sets out from", "Part de", "ينطلق من"),
        ("Town", "City", "Area", "Base", "Home town", "Lives in", "Ville", "Commune", "Secteur", "المدينة", "البلدة"),
    ),
    Field(
        "reads",
        ("Reads messages in", "Lit les messages en", "يقرأ الرسائل بـ"),
        ("Reads", "Message language", "Langue des messages", "لغة الرسائل"),
    ),
    Field("active", ("Active", "Actif", "نشط"), ("Available", "Current", "Actif/ve", "Disponible")),
)

PARTNERS: tuple[Field, ...] = ()
FRIDAYS: tuple[Field, ...] = ()

FIELDS: dict[ImportKind, tuple[Field, ...]] = {
    ImportKind.INTERPRETERS: INTERPRETERS,
    ImportKind.PARTNERS: PARTNERS,
    ImportKind.FRIDAYS: FRIDAYS,
}


def suggested(kind: ImportKind, header: str) -> str | None:
    """The name of the field that ``header`` speaks of, if any."""
    return next((field.name for field in FIELDS[kind] if folded(header) and field.is_called(header)), None)
