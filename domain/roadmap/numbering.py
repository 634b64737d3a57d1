"""The number of a row that is added to a section of a paper."""

import re
from collections.abc import Iterable, Sequence

_NUMBER = re.compile(r"(?P<before>(?:\d+\.)*)(?P<last>\d+)(?P<after>\.?)")


def next_number(of_section: Sequence[str], taken: Iterable[str]) -> str:
    """The number that follows the section's last one («1.4» → «1.5») and that no row has; empty without numbers."""
    found = next((match for each in reversed(of_section) if (match := _NUMBER.fullmatch(each.strip()))), None)
    if found is None:
        return ""
    used = {each.strip().rstrip(".") for each in taken}
    last = int(found["last"]) + 1
    while f"{found['before']}{last}" in used:
        last += 1
    return f"{found['before']}{last}{found['after']}"
