"""Faults of every kind, each to be done to a stage where people act, and taken away again."""

from collections.abc import Sequence

from trials.lossless.injecting import clients, database, effects, processes
from trials.lossless.injecting.play import Kind, Play
from trials.lossless.stage import Stage

STEP = 300
"""Seconds by which a clock is stepped."""

KINDS = (
    Kind("web_worker_killed", processes.web_worker, effects.a_web_worker_ended),
    Kind("web_killed", processes.killed("web"), effects.ended("web"), stands=0),
    Kind("sockets_killed", processes.killed("sockets"), effects.ended("sockets")),
    Kind("worker_killed_in_a_job", processes.worker_in_a_job, effects.both(effects.ended("worker"), effects.job_interrupted)),
    Kind("backend_ended_in_an_act", database.backends_ended, effects.database_says(effects.TOLD_TO_END), stands=0),
    Kind("backend_killed_in_an_act", database.backend_killed, effects.database_says(effects.KILLED), stands=0),
    Kind("postmaster_killed", database.postmaster, effects.postmaster_ended, stands=0),
    Kind("redis_restarted", processes.redis_gone, effects.redis_missed),
    Kind("redis_flushed", processes.redis_flushed, effects.redis_emptied, stands=0),
    Kind("redis_gone_for_good", processes.redis_gone, effects.redis_missed, lasts=True),
    Kind(
        "disk_full",
        database.disk_full,
        effects.both(effects.database_says(effects.NO_ROOM), effects.asked_again),
        needs_disk=True,
    ),
    Kind("transaction_left_open", database.idle_transaction, effects.told_busy, stands=2),
    Kind("database_stalled", database.database_stalls, effects.held_up("to_database"), stands=3),
    Kind("database_cut_in_an_answer", database.database_cut, effects.answer_of_the_database_cut),
    Kind("clients_paused", clients.clients_paused, effects.held_up("sockets"), stands=3),
    Kind("slow_reader", clients.slow_reader, effects.slow_reader_closed, stands=0),
    Kind("cut_in_a_frame", clients.frame_cut, effects.frame_cut),
    Kind("answers_lost", clients.answers_lost, effects.both(effects.answers_cut, effects.asked_again), stands=2),
    Kind("clock_stepped_ahead", processes.clock(STEP), effects.clocks_off(STEP), stands=2),
    Kind("clock_stepped_back", processes.clock(-STEP), effects.clocks_off(-STEP), stands=2),
)


def possible(kinds: Sequence[Kind], stage: Stage) -> list[Kind]:
    """Those that this machine allows."""
    return [kind for kind in kinds if stage.disk is not None or not kind.needs_disk]


__all__ = ["KINDS", "Kind", "Play", "possible"]
