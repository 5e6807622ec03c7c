"""``make trials``: what must never happen, tried very often. Each trial's counts go to ``trials/results.json``."""

from trials import access, lossless

PARTS = (
    "races/accept50",
    "races/overlap",
    "races/assign_race",
    "races/edit_race",
    "races/confirm_withdraw",
    "races/move_accept",
    "races/cancel_any",
    "life",
    "fuzz",
    *(f"lossless/{name}" for name in lossless.NAMES),
    *(f"access/{name}" for name in access.NAMES),
)
"""The trials, each in the parts that can be run by themselves: known before there is a database to run them on."""
