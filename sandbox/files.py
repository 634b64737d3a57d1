"""Files of the sandbox: kept in memory, or beside the snapshot when there is a data folder."""

import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass
class StoredFile:
    key: str
    name: str
    media_type: str
    size: int


class Files:
    """Bytes by key; `known` is the lasting list of what is stored."""

    def __init__(self, known: dict[str, StoredFile], data: Path | None) -> None:
        self._known = known
        self._memory: dict[str, bytes] = {}
        self._folder = data / "files" if data else None

    def add(self, name: str, media_type: str, content: bytes) -> StoredFile:
        file = StoredFile(secrets.token_urlsafe(16), name, media_type, len(content))
        if self._folder is None:
            self._memory[file.key] = content
        else:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / file.key).write_bytes(content)
        self._known[file.key] = file
        return file

    def get(self, key: str) -> StoredFile | None:
        return self._known.get(key)

    def read(self, key: str) -> bytes:
        """The bytes of a known key; KeyError for an unknown one."""
        if self._folder is None:
            return self._memory[key]
        return (self._folder / self._known[key].key).read_bytes()
