"""A paper to be drawn, as plain data, and a drawn one: what crosses the border to the worker process and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Paper:
    """What to draw: the name of a writer, the file's name in Russian without its ending, and the writer's data.

    ``data`` holds only what pickles (text, numbers, dates, lists, dicts); each writer's module says which keys.
    """

    writer: str
    name: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file ready to be sent; ``name`` can be saved on Windows too."""

    name: str
    media_type: str
    content: bytes
