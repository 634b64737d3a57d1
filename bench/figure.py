"""A figure as one JSON line, with the machine and the versions that it was measured on."""

import json
import os
import platform
import sys
from importlib import metadata
from typing import Any

LIBRARIES = ("aiogram", "sqlalchemy", "aiosqlite", "asyncpg", "vk-api", "aiohttp", "uvloop")


def line(name: str, value: float | None, unit: str, ratio: float | None = None, **more: Any) -> str:
    """One figure; ``ratio`` compares two things of the same run, so that it holds on other machines too.

    ``more`` are further values in units that their names tell, and ``goal`` what is aimed at.
    """
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "system": sys.platform}
    told = {"name": name, "value": value, "unit": unit, "ratio": ratio, **more}
    return json.dumps(told | {"machine": machine, "versions": versions()}, ensure_ascii=False)


def skipped(name: str, reason: str) -> str:
    """The line of a figure that cannot be measured here."""
    return line(name, None, "", skipped=reason)


def versions() -> dict[str, str]:
    installed = {}
    for library in LIBRARIES:
        try:
            installed[library] = metadata.version(library)
        except metadata.PackageNotFoundError:
            continue
    return installed


def percentile(values: list[float], share: float) -> float:
    """The value that ``share`` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(len(ordered) * share * 1000) // 1000) - 1)]
