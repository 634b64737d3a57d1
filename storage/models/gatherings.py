"""Gatherings with who came and what the quick poll says, wishes after them, practices for the collection."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.tables import Id, MaybePersonId, OrganisationId, PersonId, Table


class Gathering(Table):
    """A meeting of many, of a `domain.gatherings.Gathered` kind, open by ``token`` on its day until ``closes_at``.

    ``survey_id`` holds the answers of those who consented, None where nothing is asked; ``unnamed`` counts those who
    answered without a name.
    """

    __tablename__ = "gathering"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    survey_id: Mapped[int | None] = mapped_column(ForeignKey("survey.id", ondelete="SET NULL"))
    kind: Mapped[str]
    token: Mapped[str] = mapped_column(unique=True)
    starts_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    unnamed: Mapped[int] = mapped_column(default=0)
    made_by: Mapped[MaybePersonId | None]
    made_at: Mapped[datetime]


class Attendance(Table):
    """«Я здесь» of one person at one gathering."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("gathering_id", "person_id"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    gathering_id: Mapped[int] = mapped_column(ForeignKey("gathering.id", ondelete="CASCADE"))
    person_id: Mapped[PersonId]
    came_at: Mapped[datetime]


class PollCount(Table):
    """How many answered a question so without a name; nothing else is kept of them."""

    __tablename__ = "poll_count"
    __table_args__ = (UniqueConstraint("gathering_id", "question", "answer"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    gathering_id: Mapped[int] = mapped_column(ForeignKey("gathering.id", ondelete="CASCADE"))
    question: Mapped[str]
    answer: Mapped[str]
    count: Mapped[int] = mapped_column(default=0)


class PollVoice(Table):
    """That an account answers without a name, as a keyed hash, so that nobody is counted twice; erased at the end.

    ``answered`` is how many questions are behind it, not what was said.
    """

    __tablename__ = "poll_voice"
    __table_args__ = (UniqueConstraint("gathering_id", "hash"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    gathering_id: Mapped[int] = mapped_column(ForeignKey("gathering.id", ondelete="CASCADE"))
    hash: Mapped[str]
    answered: Mapped[int] = mapped_column(default=0)


class Wish(Table):
    """Whom ``person_id`` would like, as a mentor or a mentee (``role``), on the other side: the dearest has rank 1.

    A ``veto`` asks not to be put together and has rank 0; «Пока никого» is a row without ``wanted_id``.
    """

    __tablename__ = "wish"
    __table_args__ = (UniqueConstraint("programme_id", "person_id", "role", "wanted_id"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    person_id: Mapped[PersonId]
    role: Mapped[str]
    wanted_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    rank: Mapped[int] = mapped_column(default=0)
    veto: Mapped[bool] = mapped_column(default=False)
    wished_at: Mapped[datetime]


class Practice(Table):
    """A practice offered for the collection, told in the form ``submission_id``.

    ``state`` is a `domain.practices.State`; ``remark`` is the word with which it was given back or declined.
    """

    __tablename__ = "practice"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    person_id: Mapped[PersonId]
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"), unique=True)
    state: Mapped[str]
    remark: Mapped[str] = mapped_column(default="")
    decided_by: Mapped[MaybePersonId | None]
    decided_at: Mapped[datetime | None]
    made_at: Mapped[datetime]
