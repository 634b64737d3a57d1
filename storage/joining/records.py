"""The record that stays and the one that is emptied: rows handed over table by table."""

from collections.abc import Iterable

from sqlalchemy import select, update

from domain.joining import Half
from domain.reminders import Kind
from storage.group import Group
from storage.joining.consents import join_consents
from storage.joining.doubles import DOUBLES, settle
from storage.joining.forms import join_forms
from storage.joining.wishes import join_wishes
from storage.models import (
    Account,
    AuditEntry,
    Consent,
    Guardianship,
    Membership,
    Mentee,
    Mentorship,
    Notice,
    Person,
    Table,
)
from storage.own_data import person_columns
from storage.places import Places


class Joining(Group):
    async def half(self, person_id: int) -> Half:
        """What decides whether this record may become one with another."""
        person = await self.session.get_one(Person, person_id)
        mentee = select(Mentee.mentorship_id).where(Mentee.person_id == person_id)
        mentor = select(Mentorship.id).where(Mentorship.mentor_id == person_id)
        child = select(Guardianship.child_id).where(Guardianship.guardian_id == person_id)
        guardian = select(Guardianship.guardian_id).where(Guardianship.child_id == person_id)
        member = select(Membership.organisation_id).where(Membership.person_id == person_id)
        agreed = select(Consent.organisation_id).where(Consent.person_id == person_id)
        accounts = select(Account.platform).where(Account.person_id == person_id)
        live = select(Mentee.programme_id).where(Mentee.person_id == person_id, Mentee.live)
        return Half(
            person_id,
            person.age,
            platforms=frozenset(await self.session.scalars(accounts)),
            pairs=frozenset(await self.session.scalars(mentee.union(mentor))),
            mentored=frozenset(await self.session.scalars(live)),
            family=frozenset(await self.session.scalars(child.union(guardian))),
            places=frozenset(await self.session.scalars(member.union(agreed))),
        )

    async def join(self, kept_id: int, other_id: int) -> Person:
        """Make the two one, who is ``kept_id``; `domain.joining.conflict` has to have found nothing against it.

        The other record stays as an empty one, so that an old button finds somebody without a name.
        """
        kept, other = [await self.session.get_one(Person, each) for each in (kept_id, other_id)]
        places = (await self.half(other_id)).places
        for double in DOUBLES:
            await settle(self.session, double, kept_id, other_id)
        await join_forms(self.session, kept_id, other_id)
        await join_wishes(self.session, kept_id, other_id)
        await join_consents(self.session, kept_id, other_id)
        await self._withdraw_reminders(other_id)
        await self._hand_over(kept_id, other_id)
        await self._rename_subjects(kept_id, other_id, places)
        blend(kept, other)
        await Places(self.session, self.cipher).keep_post(kept, kept.post)
        await self.session.flush()
        return kept

    async def _withdraw_reminders(self, other_id: int) -> None:
        """The next tick finds anew what is due, for the one person."""
        waiting = update(Notice).where(
            Notice.person_id == other_id, Notice.state == "waiting", Notice.kind.in_([str(kind) for kind in Kind])
        )
        await self.session.execute(waiting.values(state="withdrawn"))

    async def _hand_over(self, kept_id: int, other_id: int) -> None:
        """Whatever points to the other record, in any table, points to the kept one."""
        for mapper in Table.registry.mappers:
            for column in person_columns(mapper.class_):
                moved = update(mapper.class_).where(column == other_id).values({column.name: kept_id})
                await self.session.execute(moved)

    async def _rename_subjects(self, kept_id: int, other_id: int, places: Iterable[int]) -> None:
        """The journal and the notices of these organisations name people inside what they are about."""
        journal = select(AuditEntry).where(AuditEntry.organisation_id.in_(places))
        notices = select(Notice).where(Notice.organisation_id.in_(places), Notice.state.in_(("waiting", "claimed")))
        for row in (*await self.session.scalars(journal), *await self.session.scalars(notices)):
            if row.subject.get("person") == other_id:
                row.subject = {**row.subject, "person": kept_id}


def blend(kept: Person, other: Person) -> None:
    """What the kept record does not say is taken from the other, which is emptied."""
    kept.post = kept.post or other.post
    kept.timezone = kept.timezone or other.timezone
    kept.muted_until = kept.muted_until or other.muted_until
    kept.organisation_id = kept.organisation_id or other.organisation_id
    kept.preferred_account_id = kept.preferred_account_id or other.preferred_account_id
    other.name = other.name_folded = other.post = ""
    other.timezone = other.muted_until = other.organisation_id = other.preferred_account_id = None
