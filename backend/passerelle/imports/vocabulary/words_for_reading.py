"""The closed lists that an export writes and no import reads, in the words of the screens."""

from enum import StrEnum

from passerelle.domain.states.offer import OfferState
from passerelle.domain.words import (
    CancelReason,
    DeclineReason,
    Material,
    Mode,
    Quality,
    Room,
    Situation,
    Strength,
    Theme,
    TherapistAnswer,
)
from passerelle.imports.vocabulary.words import Words

MODE = Words[Mode](
    said={
        Mode.IN_PERSON: ("In person", "Sur place", "حضوريًا"),
        Mode.REMOTE: ("Remote", "À distance", "عن بُعد"),
        Mode.PARTNER_LED: ("Led by the partner", "Menée par le partenaire", "بقيادة الشريك"),
    }
)

THEME = Words[Theme](
    said={
        Theme.ARRIVAL: ("Arriving and getting to know each other", "Arriver et faire connaissance", "الوصول والتعارف"),
        Theme.TREE_OF_LIFE: ("Tree of life", "L’arbre de vie", "شجرة الحياة"),
        Theme.GRIEF: ("Grief and loss", "Le deuil et la perte", "الحزن والفقد"),
        Theme.SLEEP: ("Sleep and nightmares", "Le sommeil et les cauchemars", "النوم والكوابيس"),
        Theme.PLAY: ("Play and making things", "Le jeu et la création", "اللعب وصنع الأشياء"),
        Theme.PARENTING: ("Being a parent here", "Être parent ici", "الأبوّة والأمومة هنا"),
        Theme.TEAM_CARE: ("Looking after the team", "Prendre soin de l’équipe", "العناية بالفريق"),
    }
)

SITUATION = Words[Situation](
    said={
        Situation.FIRST_MEETING: ("First meeting", "Première rencontre", "اللقاء الأول"),
        Situation.LAST_MEETING: ("Last meeting", "Dernière rencontre", "اللقاء الأخير"),
        Situation.SOMEONE_NEW: ("Someone new joins", "Quelqu’un de nouveau arrive", "ينضم شخص جديد"),
        Situation.DIFFICULT_NEWS: ("Difficult news lately", "Nouvelles difficiles récemment", "أخبار صعبة مؤخرًا"),
        Situation.CHILDREN_PRESENT: ("Children present", "Des enfants sont présents", "يحضر أطفال"),
        Situation.COMING_AND_GOING: ("People come and go", "Des personnes vont et viennent", "أشخاص يدخلون ويخرجون"),
        Situation.STRONG_FEELINGS: ("Strong feelings likely", "Émotions fortes probables", "مشاعر قوية متوقعة"),
    }
)

MATERIAL = Words[Material](
    said={
        Material.LEGO: ("Lego", "Lego", "ليغو"),
        Material.PLASTICINE: ("Plasticine", "Pâte à modeler", "صلصال"),
        Material.PAINTS: ("Paints", "Peintures", "ألوان"),
        Material.PAPER: ("Paper", "Papier", "ورق"),
    }
)

ROOM = Words[Room](
    said={
        Room.CIRCLE: ("Chairs in a circle", "Chaises en cercle", "كراسٍ في دائرة"),
        Room.TABLES: ("Tables", "Des tables", "طاولات"),
        Room.ON_THE_FLOOR: ("On the floor", "Par terre", "على الأرض"),
        Room.QUIET: ("A quiet room", "Une salle calme", "غرفة هادئة"),
        Room.STEP_FREE: ("Step-free access", "Accès sans marches", "مدخل بلا درج"),
    }
)

QUALITY = Words[Quality](
    said={
        Quality.WOMAN: ("A woman", "Une femme", "امرأة"),
        Quality.CHECK: ("A valid check", "Une vérification valable", "فحص ساري المفعول"),
        Quality.TRAINING: ("Safeguarding training", "Formation à la protection", "تدريب على الحماية"),
        Quality.VARIETY: ("The same variety of the language", "La même variété de la langue", "اللهجة نفسها من اللغة"),
        Quality.NAMED: ("By name", "Nommément", "بالاسم"),
    }
)

STRENGTH = Words[Strength](
    said={Strength.REQUIRED: ("required", "nécessaire", "ضروري"), Strength.WISHED: ("wished for", "souhaité", "مرغوب")}
)

ASKED = Words[OfferState](
    said={
        OfferState.ACCEPTED: ("Said yes", "A dit oui", "قال نعم"),
        OfferState.RESERVE: ("Standby", "En réserve", "احتياط"),
        OfferState.ASKED: ("Asked", "Demande envoyée", "سُئل"),
        OfferState.LAPSED: ("No answer in time", "Pas de réponse à temps", "لم يجب في الوقت"),
        OfferState.DECLINED: ("Said no", "A dit non", "قال لا"),
        OfferState.WITHDRAWN: ("Can’t come after all", "Ne peut finalement pas venir", "تعذّر حضوره"),
        OfferState.STOOD_DOWN: ("Not needed this time", "Pas nécessaire cette fois", "لا حاجة هذه المرّة"),
    }
)
"""In the order in which a place shows them. Who is put to a place and not asked yet was not asked."""

THERAPIST = Words[TherapistAnswer](
    said={
        TherapistAnswer.YES: ("Said yes", "A dit oui", "قال نعم"),
        TherapistAnswer.ASKED: ("Asked", "Demande envoyée", "سُئل"),
        TherapistAnswer.NO: ("Said no", "A dit non", "قال لا"),
    }
)


class Ticket(StrEnum):
    BEFOREHAND = "beforehand"
    PAID_BACK = "paid_back"


TICKET = Words[Ticket](
    said={
        Ticket.BEFOREHAND: ("Paid beforehand", "Payé d’avance", "مدفوعة مسبقًا"),
        Ticket.PAID_BACK: ("Paid back afterwards", "Remboursé ensuite", "يُسدَّد ثمنها لاحقًا"),
    }
)

CANCELLED = Words[CancelReason](
    said={
        CancelReason.NO_INTERPRETER: ("No interpreter", "Pas d’interprète", "لا مترجم"),
        CancelReason.NO_CROSSING: ("No crossing", "Pas de traversée", "لا عبور"),
        CancelReason.NOBODY_CAME: ("Nobody came", "Personne n’est venu", "لم يحضر أحد"),
        CancelReason.OTHER: ("Another reason", "Une autre raison", "سبب آخر"),
    }
)

DECLINED = Words[DeclineReason](
    said={
        DeclineReason.NO_PLACE: ("No room that day", "Pas de disponibilité ce jour-là", "لا متّسع في ذلك اليوم"),
        DeclineReason.NO_INTERPRETER: ("No interpreter", "Pas d’interprète", "لا مترجم"),
        DeclineReason.OTHER: ("Another reason", "Une autre raison", "سبب آخر"),
    }
)
