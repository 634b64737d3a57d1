"""Organisations' own forms: every version stays, since somebody may have begun with it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from storage.group import Group
from storage.models import OwnForm

PREFIX = "own_"
"""What the keys of own forms begin with; no built-in form's key does."""


class OwnForms(Group):
    async def add(
        self, organisation_id: int, key: str, title: str, rows: Sequence[Sequence[str]], made_by: int, now: datetime
    ) -> OwnForm:
        """The next version of the form with this key, the first one for a new key."""
        form = OwnForm(
            organisation_id=organisation_id,
            key=key,
            version=await self.next_version(organisation_id, key),
            title=title,
            rows=[list(row) for row in rows],
            made_by=made_by,
            made_at=now,
        )
        self.session.add(form)
        await self.session.flush()
        return form

    async def new_key(self, organisation_id: int) -> str:
        found = select(func.count(OwnForm.key.distinct())).where(OwnForm.organisation_id == organisation_id)
        return f"{PREFIX}{(await self.session.scalars(found)).one() + 1}"

    async def next_version(self, organisation_id: int, key: str) -> int:
        newest = await self.find(organisation_id, key)
        return newest.version + 1 if newest is not None else 1

    async def find(self, organisation_id: int, key: str, version: int | None = None) -> OwnForm | None:
        """A version of the organisation's form, the newest one unless it is named."""
        found = select(OwnForm).where(OwnForm.organisation_id == organisation_id, OwnForm.key == key)
        if version is not None:
            found = found.where(OwnForm.version == version)
        return (await self.session.scalars(found.order_by(OwnForm.version.desc()).limit(1))).one_or_none()

    async def offered(self, organisation_id: int) -> list[OwnForm]:
        """The newest version of every form that can still be sent, the newest form first."""
        found = select(OwnForm).where(OwnForm.organisation_id == organisation_id).order_by(OwnForm.id)
        newest = {form.key: form for form in await self.session.scalars(found)}
        return sorted((form for form in newest.values() if form.offered), key=lambda form: -form.id)
