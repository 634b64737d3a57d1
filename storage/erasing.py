"""Erasing a person from an organisation: what goes, what stays without telling who it was, and why.

Every table that points to a person is named here once, so that a new one cannot be forgotten.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, or_, select, update

from domain.posts import conceal, named_in
from storage.group import Group
from storage.models import (
    Account,
    Attendance,
    AuditEntry,
    Code,
    Consent,
    Decision,
    Eligibility,
    File,
    Guardianship,
    Letter,
    Membership,
    Mentee,
    MentorAgreement,
    Mentorship,
    Notice,
    Person,
    Post,
    Practice,
    ProcessedUpdate,
    Submission,
    SurveyInvitee,
    Table,
    Tie,
    Wish,
)

ERASED: tuple[type[Table], ...] = (
    Practice,
    Submission,
    SurveyInvitee,
    Attendance,
    Wish,
    Letter,
    Decision,
    Tie,
    MentorAgreement,
    Eligibility,
)
"""Rows of the person in the organisation that are deleted, with what hangs on them."""

KEPT = {
    AuditEntry: "what was done with a role's power has to stay known; it holds no name",
    Consent: "the fact of a consent and of its withdrawal has to be provable",
    Membership: "ended; the yearly numbers count it",
    Mentorship: "closed; the yearly numbers count it",
    Mentee: "closed; the yearly numbers count it",
    Notice: "withdrawn; it has no text",
    Guardianship: "deleted by both of its sides",
    Account: "deleted with the last organisation",
    Code: "deleted with the last organisation",
}
"""What is treated on its own, and why it stays where it does."""


class Erasing(Group):
    async def erase(self, person_id: int, organisation_id: int, now: datetime, *, for_good: bool) -> None:
        """Leave nothing of the person in the organisation; with ``for_good`` nothing anywhere.

        Pairs have to be closed before, since their other people have to be told.
        """
        await self._conceal_in_posts(person_id, organisation_id)
        await self._drop_papers(person_id, organisation_id)
        for table in ERASED:
            columns = table.__table__.c
            await self.session.execute(
                delete(table).where(columns.person_id == person_id, columns.organisation_id == organisation_id)
            )
        await self._drop_guardianships(person_id, organisation_id)
        await self._drop_wishes_for(person_id, organisation_id)
        await self._leave(person_id, organisation_id, now)
        if for_good:
            await self._forget(person_id)

    async def set_free(self, person_id: int) -> Account | None:
        """Cut one reachable account off the person, who is about to be erased for good, the preferred one first.

        Nothing but its number stays, for a last word; ``People.forget_freed`` erases it after that.
        """
        preferred = (await self.session.get_one(Person, person_id)).preferred_account_id
        found = select(Account).where(Account.person_id == person_id, Account.reachable.is_(True))
        accounts = sorted(await self.session.scalars(found), key=lambda each: (each.id != preferred, each.id))
        if not accounts:
            return None
        account = accounts[0]
        await self._unname(account)
        account.person_id = account.invitation_id = account.gathering_id = None
        account.age = account.opened = account.asked = ""
        account.asked_about = {}
        await self.session.flush()
        return account

    async def drop_files(self, file_ids: Iterable[int]) -> None:
        await self.session.execute(delete(File).where(File.id.in_(list(file_ids))))

    async def published_with(self, name: str, organisation_id: int) -> list[Post]:
        """Posts on the wall that give this name away."""
        found = select(Post).where(Post.organisation_id == organisation_id, Post.state == "published")
        return [post for post in await self.session.scalars(found) if named_in(post.text, [name])]

    async def _conceal_in_posts(self, person_id: int, organisation_id: int) -> None:
        """Take the name out of posts; one that waited for its time is a draft again."""
        name = (await self.session.get_one(Person, person_id)).name
        for post in await self.session.scalars(select(Post).where(Post.organisation_id == organisation_id)):
            if named_in(post.text, [name]):
                post.text = conceal(post.text, name)
                if post.state == "approved":
                    post.state, post.publish_at = "draft", None

    async def _drop_papers(self, person_id: int, organisation_id: int) -> None:
        """Photographs of paper consents; that there was a paper stays known."""
        papers = select(Consent.file_id).where(
            Consent.person_id == person_id, Consent.organisation_id == organisation_id, Consent.file_id.is_not(None)
        )
        await self.drop_files([each for each in await self.session.scalars(papers) if each is not None])

    async def _drop_guardianships(self, person_id: int, organisation_id: int) -> None:
        await self.session.execute(
            delete(Guardianship).where(
                or_(Guardianship.child_id == person_id, Guardianship.guardian_id == person_id),
                Guardianship.organisation_id == organisation_id,
            )
        )

    async def _drop_wishes_for(self, person_id: int, organisation_id: int) -> None:
        """That somebody wished for the person; the person's own wishes are among what is erased."""
        await self.session.execute(
            delete(Wish).where(Wish.wanted_id == person_id, Wish.organisation_id == organisation_id)
        )

    async def _leave(self, person_id: int, organisation_id: int, now: datetime) -> None:
        """End roles, and withdraw what the bot was about to write."""
        left = update(Membership).where(
            Membership.person_id == person_id,
            Membership.organisation_id == organisation_id,
            Membership.left_at.is_(None),
        )
        await self.session.execute(left.values(left_at=now))
        unsaid = update(Notice).where(
            Notice.person_id == person_id,
            Notice.organisation_id == organisation_id,
            Notice.state.in_(("waiting", "claimed")),
        )
        await self.session.execute(unsaid.values(state="withdrawn", claimed_until=None))

    async def _forget(self, person_id: int) -> None:
        """The person becomes nobody: no name, no accounts, only the keyed hashes in her consents."""
        accounts = (await self.session.scalars(select(Account).where(Account.person_id == person_id))).all()
        for account in accounts:
            await self._unname(account)
        await self.session.execute(delete(Code).where(Code.person_id == person_id))
        person = await self.session.get_one(Person, person_id)
        person.name = person.name_folded = person.post = ""
        person.timezone = person.muted_until = person.preferred_account_id = person.organisation_id = None
        await self.session.flush()
        for account in accounts:
            await self.session.delete(account)
        await self.session.flush()

    async def _unname(self, account: Account) -> None:
        """Leave only the keyed hash of the account in the consents that were given there."""
        known_by = self.cipher.hash(f"{account.platform}:{account.external_id}")
        given_there = update(Consent).where(Consent.account_id == account.id)
        await self.session.execute(given_there.values(account_hash=known_by, account_id=None))
        await self._drop_updates(account)

    async def _drop_updates(self, account: Account) -> None:
        """Records of handled updates, whose keys may hold the account's number."""
        await self.session.execute(
            delete(ProcessedUpdate).where(
                ProcessedUpdate.platform == account.platform,
                ProcessedUpdate.key.contains(f":{account.external_id}:", autoescape=True),
            )
        )
