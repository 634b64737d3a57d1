"""Organisations, programmes, calendars and invitations."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import delete, insert, select

from domain.people import Category
from storage.codes import make_code, tidy
from storage.group import Group
from storage.models import DayOff, Invitation, Organisation, Programme, SchoolHoliday

TOKEN_BYTES = 9


class Organisations(Group):
    async def add(self, name: str, timezone: str, now: datetime) -> Organisation:
        organisation = Organisation(name=name, timezone=timezone, created_at=now)
        self.session.add(organisation)
        await self.session.flush()
        return organisation

    async def get(self, organisation_id: int) -> Organisation:
        return await self.session.get_one(Organisation, organisation_id)

    async def all(self) -> Sequence[Organisation]:
        return (await self.session.scalars(select(Organisation).order_by(Organisation.id))).all()

    async def zones(self) -> dict[int, str]:
        """All organisations → the name of the zone that each lives in."""
        found = select(Organisation.id, Organisation.timezone).order_by(Organisation.id)
        return {row.id: row.timezone for row in await self.session.execute(found)}

    async def add_programme(self, organisation_id: int, starts: date, ends: date, now: datetime) -> Programme:
        programme = Programme(organisation_id=organisation_id, starts=starts, ends=ends, created_at=now)
        self.session.add(programme)
        await self.session.flush()
        return programme

    async def programme(self, organisation_id: int) -> Programme:
        """The organisation's newest programme."""
        found = select(Programme).where(Programme.organisation_id == organisation_id).order_by(Programme.id.desc())
        return (await self.session.scalars(found.limit(1))).one()

    async def days_off(self, organisation_id: int) -> Sequence[DayOff]:
        found = select(DayOff).where(DayOff.organisation_id == organisation_id).order_by(DayOff.day)
        return (await self.session.scalars(found)).all()

    async def has_days_off(self, organisation_id: int, year: int) -> bool:
        """Whether the organisation's table has a day of this year."""
        days = DayOff.day.between(date(year, 1, 1), date(year, 12, 31))
        found = select(DayOff.id).where(DayOff.organisation_id == organisation_id, days).limit(1)
        return (await self.session.scalars(found)).first() is not None

    async def set_days_off(self, organisation_id: int, days: Mapping[date, tuple[bool, str]]) -> None:
        """Add days (day → is it off, title); a day that is there already stays as somebody may have edited it."""
        known = {row.day for row in await self.days_off(organisation_id)}
        new = [
            {"organisation_id": organisation_id, "day": day, "is_off": is_off, "title": title}
            for day, (is_off, title) in days.items()
            if day not in known
        ]
        if new:
            await self.session.execute(insert(DayOff), new)

    async def school_holidays(self, organisation_id: int) -> Sequence[SchoolHoliday]:
        found = select(SchoolHoliday).where(SchoolHoliday.organisation_id == organisation_id)
        return (await self.session.scalars(found.order_by(SchoolHoliday.starts))).all()

    async def set_school_holidays(self, organisation_id: int, ranges: Sequence[tuple[date, date]]) -> None:
        """The organisation's breaks from now on, instead of those it had."""
        await self.session.execute(delete(SchoolHoliday).where(SchoolHoliday.organisation_id == organisation_id))
        self.session.add_all(
            SchoolHoliday(organisation_id=organisation_id, starts=starts, ends=ends) for starts, ends in ranges
        )

    async def invitation(self, organisation_id: int, category: Category, now: datetime) -> Invitation:
        """The organisation's open invitation of this category, made when it is asked for the first time."""
        invitation = await self._open_invitation(organisation_id, category)
        if invitation is None:
            programme = await self.programme(organisation_id)
            invitation = Invitation(
                organisation_id=organisation_id,
                programme_id=programme.id,
                category=category,
                token=secrets.token_urlsafe(TOKEN_BYTES),
                code=tidy(make_code()),
                created_at=now,
            )
            self.session.add(invitation)
            await self.session.flush()
        return invitation

    async def renew_invitation(self, organisation_id: int, category: Category, now: datetime) -> Invitation:
        """A new link and code in place of the open ones, which let nobody in any more."""
        before = await self._open_invitation(organisation_id, category)
        if before is not None:
            before.closed_at = now
            await self.session.flush()
        return await self.invitation(organisation_id, category, now)

    async def _open_invitation(self, organisation_id: int, category: Category) -> Invitation | None:
        found = select(Invitation).where(
            Invitation.organisation_id == organisation_id,
            Invitation.category == category,
            Invitation.closed_at.is_(None),
        )
        return (await self.session.scalars(found)).one_or_none()

    async def invitation_by_token(self, token: str) -> Invitation | None:
        """The invitation of a link, open or closed."""
        return (await self.session.scalars(select(Invitation).where(Invitation.token == token))).one_or_none()

    async def invitation_by_code(self, code: str) -> Invitation | None:
        """The invitation whose code somebody typed, open or closed."""
        return (await self.session.scalars(select(Invitation).where(Invitation.code == tidy(code)))).one_or_none()

    async def invitation_by_id(self, invitation_id: int) -> Invitation | None:
        return await self.session.get(Invitation, invitation_id)
