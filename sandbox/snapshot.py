"""The world as one JSON file: dataclasses out, dataclasses in."""

import dataclasses
import json
import types
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Kind = TypeVar("Kind")


class Snapshot:
    """`state.json` in the data folder; without a folder nothing is kept."""

    def __init__(self, data: Path | None) -> None:
        self._file = data / "state.json" if data else None

    @property
    def lasting(self) -> bool:
        return self._file is not None

    def read(self) -> dict[str, Any] | None:
        if self._file is None or not self._file.exists():
            return None
        kept: dict[str, Any] = json.loads(self._file.read_text("utf-8"))
        return kept

    def write(self, state: object) -> None:
        """Replace the file in one step, so that a kill leaves the old or the new one."""
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps(state, default=encode, ensure_ascii=False), "utf-8")
        fresh.replace(self._file)


def encode(value: Any) -> Any:
    """The `default` of `json.dumps` for dataclasses, sets and times."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    return {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}


def decode(kind: type[Kind], value: Any) -> Kind:
    """Plain JSON data as `kind`: a dataclass or a builtin container of them, with str keys in dicts."""
    decoded: Kind = _decode(kind, value)
    return decoded


def _decode(kind: Any, value: Any) -> Any:
    if value is None or kind is Any:
        return value
    if kind is datetime:
        return datetime.fromisoformat(value)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _decode(hints[name], item) for name, item in value.items() if name in hints})
    return _decode_generic(get_origin(kind), get_args(kind), value)


def _decode_generic(origin: Any, args: tuple[Any, ...], value: Any) -> Any:
    if origin in (Union, types.UnionType):
        return _decode(next(arg for arg in args if arg is not type(None)), value)
    if origin is dict:
        return {key: _decode(args[1], item) for key, item in value.items()}
    if origin in (list, set):
        return origin(_decode(args[0], item) for item in value)
    return value
