"""The text of a message or the caption of a file, parsed and measured."""

from sandbox.telegram.entities import Formatted, given, trimmed, units
from sandbox.telegram.errors import bad_request
from sandbox.telegram.html import parse_html
from sandbox.telegram.markdown import parse_markdown
from sandbox.telegram.params import Params

LONGEST_TEXT = 4096  # UTF-16 code units after parsing
LONGEST_CAPTION = 1024
LONGEST_SOURCE = 1 << 15  # bytes before parsing


def read_text(params: Params) -> Formatted:
    if not params.text("text"):
        raise bad_request("message text is empty")
    formatted = _formatted(params, "text", "entities")
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if units(formatted.text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return formatted


def read_caption(params: Params) -> Formatted:
    formatted = _formatted(params, "caption", "caption_entities")
    if units(formatted.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return formatted


def _formatted(params: Params, name: str, entities: str) -> Formatted:
    text, mode = params.text(name), params.text("parse_mode").lower()
    if len(text.encode("utf-8", "surrogatepass")) > LONGEST_SOURCE:
        raise bad_request("text is too long")
    if mode in ("", "none"):
        return trimmed(given(text, params.array(entities, "MessageEntity")))
    if mode == "html":
        return trimmed(parse_html(text))
    if mode == "markdownv2":
        return trimmed(parse_markdown(text))
    raise bad_request("unsupported parse_mode")
