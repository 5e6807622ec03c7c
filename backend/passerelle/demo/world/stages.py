"""When what is done for a Friday is done."""

from datetime import time, timedelta

type Stage = tuple[int, time]
"""So many days before the Friday, and the hour in Calais."""

PLAN: Stage = (21, time(9))
THERAPISTS: Stage = (18, time(19))
REQUEST: Stage = (16, time(10))
FREE: Stage = (17, time(20))
SCHEDULE: Stage = (10, time(11))
ASK: Stage = (9, time(9, 30))
ANSWER: Stage = (8, time(18))
CHANGE_OF_MIND: Stage = (8, time(21))
ANSWER_BY: Stage = (3, time(20))
DECIDE: Stage = (2, time(11))
CONFIRM: Stage = (2, time(17))
EVE: Stage = (1, time(22, 40))
MORNING: Stage = (0, time(5, 40))
CLOSE: Stage = (0, time(22))

TURN = timedelta(minutes=7)
"""Between two acts of one stage."""
LAPSE = time(20, 5)
"""Every day at this hour, what was not answered in time lapses: all answers are asked for by eight in the evening."""
A_MOMENT_AGO = timedelta(minutes=15)
"""The one act of the world that is told from the hour: somebody cannot come after all, and her answer still has time."""
