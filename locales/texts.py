"""The loader of Fluent files: a missing key or argument raises instead of showing a hole to a person."""

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone

HERE = Path(__file__).parent


class MissingText(LookupError):
    """A key is not in the language's files, or an argument that its text needs was not given."""


class Texts:
    """All texts of one language; call it with a key and the arguments of that text."""

    def __init__(self, language: str, bundle: FluentBundle) -> None:
        self.language = language
        self._bundle = bundle

    @classmethod
    def load(cls, language: str = "ru") -> "Texts":
        """Read every ``locales/<language>/*.ftl``, once a process; raises ``MissingText`` for an unknown language."""
        return _loaded(language)

    def __call__(self, key: str, /, **arguments: Any) -> str:
        """The text of ``key``; whole numbers choose Russian plural forms by Fluent's own rules."""
        if not self._bundle.has_message(key):
            raise MissingText(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingText(key)
        text, problems = self._bundle.format_pattern(pattern, arguments)
        if problems or isinstance(text, FluentNone):
            raise MissingText(f"{key}: {problems}")
        return nested(str(text))

    def has(self, key: str) -> bool:
        return bool(self._bundle.has_message(key))


def nested(text: str) -> str:
    """Quotes within quotes as Russian has them: «Детский сад „Солнышко“»; where they do not pair, all stay."""
    told, depth = [], 0
    for letter in text:
        depth += letter == "«"
        told.append({"«": "„", "»": "“"}.get(letter, letter) if depth > 1 else letter)
        depth -= letter == "»"
        if depth < 0:
            return text
    return text if depth else "".join(told)


@cache
def _loaded(language: str) -> Texts:
    files = sorted((HERE / language).glob("*.ftl"))
    if not files:
        raise MissingText(f"no texts for the language {language!r}")
    bundle = FluentBundle([language], use_isolating=False)
    for file in files:
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return Texts(language, bundle)
