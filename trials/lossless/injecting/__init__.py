"""Faults of every kind, each to be done to a stage where people act, and taken away again."""

from collections.abc import Sequence

from trials.lossless.injecting import clients, database, processes
from trials.lossless.injecting.play import Kind, Play
from trials.lossless.stage import Stage

STEP = 300
"""Seconds by which a clock is stepped."""

KINDS = (
    Kind("web_worker_killed", processes.web_worker),
    Kind("web_killed", processes.killed("web"), stands=0),
    Kind("sockets_killed", processes.killed("sockets")),
    Kind("worker_killed_in_a_job", processes.worker_in_a_job),
    Kind("backend_ended_in_an_act", database.backends_ended, stands=0),
    Kind("backend_killed_in_an_act", database.backend_killed, stands=0),
    Kind("postmaster_killed", database.postmaster, stands=0),
    Kind("redis_restarted", processes.redis_gone),
    Kind("redis_flushed", processes.redis_flushed, stands=0),
    Kind("redis_gone_for_good", processes.redis_gone, lasts=True),
    Kind("disk_full", database.disk_full, stands=2, needs_disk=True),
    Kind("transaction_left_open", database.idle_transaction, stands=2, told_busy=True),
    Kind("database_stalled", database.database_stalls, stands=3),
    Kind("database_cut_in_an_answer", database.database_cut),
    Kind("clients_paused", clients.clients_paused, stands=3),
    Kind("slow_reader", clients.slow_reader, stands=0),
    Kind("cut_in_a_frame", clients.frame_cut),
    Kind("answers_lost", clients.answers_lost, stands=2),
    Kind("clock_stepped_ahead", processes.clock(STEP), stands=2),
    Kind("clock_stepped_back", processes.clock(-STEP), stands=2),
)


def possible(kinds: Sequence[Kind], stage: Stage) -> list[Kind]:
    """Those that this machine allows."""
    return [kind for kind in kinds if stage.disk is not None or not kind.needs_disk]


__all__ = ["KINDS", "Kind", "Play", "possible"]
