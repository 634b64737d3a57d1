"""Files that people sent, encrypted."""

import hashlib
from datetime import datetime

from storage.group import Group
from storage.models import File

MAX_BYTES = 20 * 1024 * 1024


class Files(Group):
    async def add(self, name: str, media_type: str, content: bytes, now: datetime) -> File:
        file = File(
            name=name,
            media_type=media_type,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            content=self.cipher.encrypt(content),
            created_at=now,
        )
        self.session.add(file)
        await self.session.flush()
        return file

    async def get(self, file_id: int) -> File | None:
        return await self.session.get(File, file_id)

    def content(self, file: File) -> bytes:
        return self.cipher.decrypt(file.content)
