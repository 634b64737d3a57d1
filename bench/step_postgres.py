"""Figure ``step_postgres``: the same as ``step`` on PostgreSQL."""

import os

from bench.databases import NO_POSTGRES, POSTGRES, postgres
from bench.figure import skipped
from bench.step import compared

NAME = "step_postgres"


def measure() -> str:
    if not os.environ.get(POSTGRES):
        return skipped(NAME, NO_POSTGRES)
    with postgres() as ours, postgres() as bare:
        return compared(NAME, ours, bare)
