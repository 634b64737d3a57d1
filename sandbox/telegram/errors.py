"""Errors as the Bot API answers them."""

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


class ApiError(Exception):
    """An answer with `ok: false`; `retry_after` is in seconds."""

    def __init__(self, code: int, description: str, retry_after: int = 0) -> None:
        super().__init__(description)
        self.code, self.description, self.retry_after = code, description, retry_after


def bad_request(reason: str) -> ApiError:
    """400; the Bot API begins its own reasons with a small letter, all but codes such as BUTTON_DATA_INVALID."""
    if not reason[1:2].isupper() and reason[1:2] != "_":
        reason = reason[0].lower() + reason[1:]
    return ApiError(400, f"Bad Request: {reason}")


def unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


def flooded(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
