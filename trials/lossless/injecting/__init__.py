"""Faults of every kind, each to be done to a stage where people act, and taken away again."""

from trials.lossless.injecting import clients, database, processes
from trials.lossless.injecting.play import Kind, Play, one_of
from trials.lossless.stage import Stage

STEP = 300
"""Seconds by which a clock is stepped."""

KINDS = (
    Kind("web_worker_killed", processes.web_worker),
    Kind("web_killed", processes.killed("web"), stands=0),
    Kind("sockets_killed", processes.killed("sockets")),
    Kind("worker_killed_in_a_job", processes.worker_in_a_job),
    Kind("backend_lost_in_an_act", one_of(database.backends_ended, database.backend_killed), stands=0),
    Kind("postmaster_killed", database.postmaster, stands=0),
    Kind("redis_restarted", processes.redis_gone),
    Kind("redis_flushed", processes.redis_flushed, stands=0),
    Kind("redis_gone_for_good", processes.redis_gone, lasts=True),
    Kind("disk_full", database.disk_full, stands=2, needs_disk=True),
    Kind("transaction_left_open", database.idle_transaction, stands=6),
    Kind("database_stalled", database.database_stalls, stands=3),
    Kind("database_cut_in_an_answer", database.database_cut),
    Kind("clients_paused", clients.clients_paused, stands=3),
    Kind("slow_reader", clients.slow_reader, stands=0),
    Kind("cut_in_a_frame", clients.frame_cut),
    Kind("answers_lost", clients.answers_lost, stands=2),
    Kind("clock_stepped", one_of(processes.clock(STEP), processes.clock(-STEP)), stands=2),
)


def possible(stage: Stage) -> list[Kind]:
    """The kinds that this machine allows."""
    return [kind for kind in KINDS if stage.disk is not None or not kind.needs_disk]


__all__ = ["KINDS", "Kind", "Play", "possible"]
