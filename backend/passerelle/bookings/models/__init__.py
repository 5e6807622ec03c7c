from passerelle.bookings.models.move import Move
from passerelle.bookings.models.note import DatedNote
from passerelle.bookings.models.offer import Offer
from passerelle.bookings.models.session import Session, SessionTold
from passerelle.bookings.models.shift import Override, Shift
from passerelle.bookings.models.visit import Visit, VisitTherapist

__all__ = ["DatedNote", "Move", "Offer", "Override", "Session", "SessionTold", "Shift", "Visit", "VisitTherapist"]
