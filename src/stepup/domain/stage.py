"""The stages: places on a map, not levels. Their names and sentences are words, kept elsewhere."""

from enum import StrEnum


class StageKey(StrEnum):
    """The seven places to start with, in the order in which they are laid out."""

    BREATHE = "breathe"
    RHYTHM = "rhythm"
    STEP_OUT = "step_out"
    CONNECT = "connect"
    TRY = "try"
    EARN = "earn"
    KEEP = "keep"
