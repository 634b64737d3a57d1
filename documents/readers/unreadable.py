"""Why a file cannot be read."""

from typing import Literal

Reason = Literal["empty", "too_large", "not_text", "broken", "bomb", "encrypted", "scan", "unsupported"]


class Unreadable(ValueError):
    """A file that gives no text; `code` says why.

    empty · too_large (over the limit as it came) · bomb (over the limit unpacked) · not_text (bytes without a known
    encoding) · broken (its own format is damaged) · encrypted (a password is needed) · scan (pictures of pages) ·
    unsupported (another format).
    """

    def __init__(self, code: Reason) -> None:
        super().__init__(code)
        self.code: Reason = code
