"""What each kind of import knows, and what people call it at the top of a column."""

import re
from dataclasses import dataclass

from passerelle.domain.words import ImportKind
from passerelle.imports.vocabulary.folding import folded, plain_digits
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
    several: bool = False
    """More than one column may be taken for it: “Interpreter 1”, “Interpreter 2”."""

    def header(self, language: str) -> str:
        return self.headers[LANGUAGES_WRITTEN.index(language)]

    def is_called(self, header: str) -> bool:
        words = {folded(word) for word in (self.name, *self.headers, *self.also)}
        return folded(header) in words or (self.several and unnumbered(header) in words)


_NUMBER = re.compile(
    r"^(?:\d{1,2}(?:st|nd|rd|th|e|er|ere|eme)?|first|second|third|premier|premiere|deuxieme|troisieme)\s+"
    r"|(?:\s+no?)?\s*\d{1,2}$|\s+(?:الاول|الاولي|الثاني|الثانيه|الثالث|الثالثه)$"
)


def unnumbered(header: str) -> str:
    """“Interpreter 2”, “2e interprète” and “المترجم الثاني” without what counts them, folded. A phone number counts nothing."""
    return _NUMBER.sub("", folded(plain_digits(header)))


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
    Field(
        "credentials",
        ("Checks and training seen", "Vérifications et formations vues", "الفحوص والتدريبات المطّلَع عليها"),
        ("Checks", "Checks and training", "Vérifications", "Vérifications et formations", "الفحوص"),
    ),
)

_PARTNER = Field(
    "partner",
    ("Partner", "Partenaire", "الشريك"),
    ("Agency", "Organisation", "Organization", "Charity", "NGO", "Association", "Structure", "ONG", "المنظمة", "الجمعية"),
    required=True,
)
_GROUP = ("Group", "Groupe", "المجموعة")
_GROUPS = ("Group name", "Nom du groupe", "Activity", "Activité", "اسم المجموعة")

_ZONE = Field("time_zone", ("Time zone", "Fuseau horaire", "المنطقة الزمنية"), ("Timezone", "Zone"))

PARTNERS = (
    _PARTNER,
    Field("group", _GROUP, _GROUPS),
    Field("kind", ("Who comes", "Public", "الفئة"), ("Kind", "Type", "Group type", "Type of group", "Type de groupe", "النوع")),
    Field("women_only", ("Women only", "Femmes uniquement", "للنساء فقط"), ("Women-only", "Non-mixte", "Réservé aux femmes")),
    Field(
        "under_18s",
        ("Under 18s", "Moins de 18 ans", "أقل من 18 سنة"),
        ("Under-18s", "Minors", "Children", "Mineurs", "Enfants", "قاصرون"),
    ),
    Field(
        "usual_start",
        ("Usual start", "Début habituel", "البداية المعتادة"),
        ("Start", "Starts", "From", "Début", "De", "البداية"),
    ),
    Field(
        "usual_end", ("Usual end", "Fin habituelle", "النهاية المعتادة"), ("End", "Ends", "Until", "To", "Fin", "À", "النهاية")
    ),
    Field("active", ("Active", "Actif", "نشط"), ("Running", "Current", "En cours")),
    Field("site", ("Site", "Lieu", "الموقع"), ("Place", "Venue", "Where", "Centre", "Location", "Nom du lieu", "المكان")),
    Field("area", ("Area", "Secteur", "المنطقة"), ("Town", "City", "Ville", "Quartier", "المدينة")),
    Field("address", ("Address", "Adresse", "العنوان"), ("Street", "Rue")),
    Field("country", ("Country", "Pays", "البلد"), ("Country code", "Code pays", "الدولة")),
    _ZONE,
    Field(
        "contact_name",
        ("Contact", "Contact", "جهة الاتصال"),
        ("Contact name", "Name", "Nom", "Person", "Personne", "Nom du contact", "الاسم"),
    ),
    Field(
        "contact_email",
        ("Contact e-mail", "Courriel du contact", "بريد جهة الاتصال"),
        ("E-mail", "Email", "Contact email", "Mail", "Courriel", "البريد الإلكتروني"),
    ),
)

FRIDAYS = (
    Field("day", ("Day", "Jour", "اليوم"), ("Date", "Friday", "Vendredi", "When", "التاريخ", "الجمعة"), required=True),
    _PARTNER,
    Field("group", _GROUP, (*_GROUPS, "Session", "Séance"), required=True),
    Field(
        "starts",
        ("Start", "Début", "البداية"),
        ("Starts", "Start time", "Time", "From", "Heure", "Heure de début", "الوقت"),
        required=True,
    ),
    Field(
        "ends",
        ("End", "Fin", "النهاية"),
        ("Ends", "End time", "Until", "To", "Heure de fin"),
        required=True,
        instead=("minutes",),
    ),
    Field(
        "minutes",
        ("Minutes", "Durée en minutes", "الدقائق"),
        ("Duration", "Length", "Durée", "Duration (minutes)", "المدة"),
        exported=False,
    ),
    Field(
        "people",
        ("People expected", "Personnes attendues", "عدد الأشخاص"),
        ("People", "Participants", "Number", "Nombre", "Personnes", "المشاركون"),
    ),
    Field("state", ("State", "État", "الحالة"), ("Session state", "Session status", "État de la séance", "حالة الجلسة")),
    Field("language", ("Language", "Langue", "اللغة"), ("Languages", "Langues", "اللغات"), several=True),
    Field(
        "interpreter",
        ("Interpreter", "Interprète", "المترجم"),
        ("Interpreter name", "Name", "Nom de l’interprète", "المترجمة", "اسم المترجم"),
        several=True,
    ),
    Field(
        "phone",
        ("Interpreter’s phone", "Téléphone de l’interprète", "هاتف المترجم"),
        ("Phone", "Téléphone", "Mobile", "الهاتف"),
        exported=False,
        several=True,
    ),
    Field("interpreter_id", ("Interpreter’s id", "Identifiant de l’interprète", "معرّف المترجم")),
    Field(
        "pay",
        ("Paid or volunteer", "Rémunéré ou bénévole", "مدفوع أو متطوع"),
        ("Paid", "Pay", "Volunteer", "Rémunération"),
        several=True,
    ),
    Field(
        "outcome",
        ("Came", "Présence", "الحضور"),
        ("Attended", "Attendance", "Came?", "Came or missed", "Status", "Présent", "Statut", "حضر"),
        several=True,
    ),
    Field(
        "pay_outcome",
        ("Fee or expenses due", "Honoraires ou frais dus", "الأجر أو النفقات المستحقة"),
        ("Due", "Pay outcome", "Dû", "المستحق"),
        several=True,
    ),
    Field(
        "told",
        ("Who hears of it", "Qui est au courant", "من يُبلَّغ بها"),
        ("Told", "Informed", "Au courant", "Personnes au courant", "يُبلَّغ"),
    ),
    Field("day_state", ("State of the day", "État de la journée", "حالة اليوم"), ("Day state", "État du jour")),
    Field(
        "deputy",
        ("Deputy of the safeguarding lead", "Suppléance de la personne référente", "نائب مسؤول الحماية"),
        (
            "Deputy",
            "Deputy of the day",
            "Safeguarding deputy",
            "Suppléance",
            "Suppléance du jour",
            "النائب",
            "النائب في ذلك اليوم",
        ),
    ),
    _ZONE,
)

FIELDS: dict[ImportKind, tuple[Field, ...]] = {
    ImportKind.INTERPRETERS: INTERPRETERS,
    ImportKind.PARTNERS: PARTNERS,
    ImportKind.FRIDAYS: FRIDAYS,
}


def suggested(kind: ImportKind, header: str) -> str | None:
    """The name of the field that ``header`` speaks of, if any."""
    return next((field.name for field in FIELDS[kind] if folded(header) and field.is_called(header)), None)
