"""What an export says of a day for whoever reads it: who goes, the phone of the day, why it does not take place."""

from passerelle.bookings.models import Visit
from passerelle.domain.words import CancelReason, TherapistAnswer
from passerelle.imports.kinds.sessions_read import worded
from passerelle.imports.vocabulary import words
from passerelle.imports.vocabulary import words_for_reading as read


def about_day(visit: Visit, language: str) -> dict[str, str]:
    """``visit`` comes with its therapists and their names."""
    going = sorted(visit.therapists.all(), key=lambda row: row.member.user.name)
    answers = [f"{row.member.user.name}: {read.THERAPIST.write(TherapistAnswer(row.answer), language)}" for row in going]
    return {
        "therapists": worded(answers, language),
        "therapists_reason": visit.therapists_reason,
        "cannot_travel": words.yes_or_no(True, language) if visit.team_cannot_travel else "",
        "duty_phone": visit.duty_phone,
    }


def called_off(visit: Visit, language: str) -> str:
    """Why the day was cancelled."""
    code = read.CANCELLED.write(CancelReason(visit.cancel_reason), language) if visit.cancel_reason else ""
    return worded([code, visit.cancel_note], language)
