"""The parameters of a call: a form whose values are all text.

An empty value counts as absent, as in the real service. What cannot be read is error 100.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from sandbox.vk.errors import invalid

FREE_TEXT = {"message", "title", "tags", "caption", "text"}


class Params:
    """Raises error 100 at once for a Python bool sent as "True" or "False": the service would misread it."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        for name, value in values.items():
            if value in {"True", "False"} and name not in FREE_TEXT:
                raise invalid(f"{name} should be 0 or 1")

    def given(self, *names: str) -> bool:
        """Whether any of the parameters has a value."""
        return any(self._values.get(name) for name in names)

    def text(self, name: str) -> str:
        return self._values.get(name, "")

    def required(self, name: str) -> str:
        if not self.given(name):
            raise invalid(f"{name} is undefined")
        return self._values[name]

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number; error 100 when it is absent and has no default."""
        if not self.given(name) and default is not None:
            return default
        return _number(name, self.required(name))

    def numbers(self, name: str) -> list[int]:
        """A list joined with commas; empty when absent."""
        return [_number(name, item.strip()) for item in self.text(name).split(",")] if self.given(name) else []

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.text(name) or str(int(default))
        if value not in {"0", "1"}:
            raise invalid(f"{name} should be 0 or 1")
        return value == "1"

    def json(self, name: str) -> Any:
        """The JSON value of a parameter that has one; error 100 for broken JSON."""
        try:
            return json.loads(self.required(name))
        except ValueError as error:
            raise invalid(f"{name} should be valid json") from error


def _number(name: str, value: str) -> int:
    if not re.fullmatch(r"-?\d{1,19}", value):
        raise invalid(f"{name} not integer")
    return int(value)
