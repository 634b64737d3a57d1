"""Roadmaps, their rows, the tasks that follow from them, evidence and files."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.tables import Id, MaybePersonId, OrganisationId, Table


class File(Table):
    """A file that a person sent: encrypted bytes, at most 20 MB."""

    __tablename__ = "file"

    id: Mapped[Id]
    sha256: Mapped[str] = mapped_column(index=True)
    size: Mapped[int]
    media_type: Mapped[str]
    name: Mapped[str]
    content: Mapped[bytes]
    created_at: Mapped[datetime]


class Roadmap(Table):
    """A roadmap as it was read.

    ``state`` is ``read`` (waits for the curator), ``active``, ``replaced``, ``declined``, or ``merged``: a correction
    that the active one has taken in.
    ``findings`` holds the codes, rows and arguments of what is doubtful, and how each was settled.
    ``origin`` is ``paper``, ``template`` or ``rollover``; ``previous_id`` is the roadmap that it follows:
    the one before the correction, or last year's.
    """

    __tablename__ = "roadmap"
    __table_args__ = (
        Index(
            "uq_roadmap_active",
            "programme_id",
            unique=True,
            sqlite_where=text("state = 'active'"),
            postgresql_where=text("state = 'active'"),
        ),
    )

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    file_id: Mapped[int | None] = mapped_column(ForeignKey("file.id", ondelete="SET NULL"))
    state: Mapped[str]
    title: Mapped[str]
    approved_by: Mapped[str] = mapped_column(default="")
    order: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="paper")
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("roadmap.id", ondelete="SET NULL"))
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    findings: Mapped[list[dict[str, Any]]]
    created_at: Mapped[datetime]
    activated_at: Mapped[datetime | None]


class Milestone(Table):
    """A row of a roadmap, with its due phrase verbatim and what was read in it.

    ``level`` is ``own``; ``each`` for a district's row that every organisation below does for itself, ``both`` where
    the district does it too.
    ``review`` marks a row that a person has to look at before the year begins. ``added_at`` is set on rows that
    were added by hand; ``removed_at`` on those taken out, whose evidence and history stay.
    """

    __tablename__ = "milestone"
    __table_args__ = (UniqueConstraint("roadmap_id", "position"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    roadmap_id: Mapped[int] = mapped_column(ForeignKey("roadmap.id", ondelete="CASCADE"))
    position: Mapped[int]
    number: Mapped[str]
    section: Mapped[str]
    activity: Mapped[str]
    steps: Mapped[list[str]]
    result: Mapped[str]
    indicator: Mapped[str]
    responsible: Mapped[list[str]]
    phrase: Mapped[str]
    kind: Mapped[str]
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    rule: Mapped[str | None]
    basis: Mapped[str | None]
    joined: Mapped[int]
    level: Mapped[str] = mapped_column(default="own")
    review: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]


class MilestoneChange(Table):
    """One change of a row: which field, from what to what, by whom.

    ``field`` is a column's name or one of the words in ``storage.roadmap_changes``.
    """

    __tablename__ = "milestone_change"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    milestone_id: Mapped[int] = mapped_column(ForeignKey("milestone.id", ondelete="CASCADE"), index=True)
    field: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    changed_at: Mapped[datetime]
    changed_by: Mapped[MaybePersonId | None]


class Responsible(Table):
    """A responsible post or name as a roadmap writes it; ``Tie`` says who stands behind it."""

    __tablename__ = "responsible"
    __table_args__ = (UniqueConstraint("roadmap_id", "name"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    roadmap_id: Mapped[int] = mapped_column(ForeignKey("roadmap.id", ondelete="CASCADE"))
    name: Mapped[str]


class Tie(Table):
    """Who stands behind a responsible name: a person, or whoever holds a role in the organisation."""

    __tablename__ = "tie"
    __table_args__ = (
        UniqueConstraint("responsible_id", "person_id"),
        UniqueConstraint("responsible_id", "role"),
        CheckConstraint("(person_id IS NULL) <> (role IS NULL)", name="one_of_both"),
    )

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    responsible_id: Mapped[int] = mapped_column(ForeignKey("responsible.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    role: Mapped[str | None]


class Task(Table):
    """What is reminded of and done: a row in one organisation, or one occurrence of it."""

    __tablename__ = "task"
    __table_args__ = (
        UniqueConstraint("milestone_id", "organisation_id", "occurrence"),
        Index("ix_task_open", "organisation_id", "due", sqlite_where=text("done_at IS NULL")),
    )

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    milestone_id: Mapped[int] = mapped_column(ForeignKey("milestone.id", ondelete="CASCADE"))
    occurrence: Mapped[str] = mapped_column(default="")
    starts: Mapped[date | None]
    due: Mapped[date | None]
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    done_by: Mapped[MaybePersonId | None]


class Evidence(Table):
    """What shows that a task is done: a file, or a line of text (a link, a note)."""

    __tablename__ = "evidence"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"), index=True)
    file_id: Mapped[int | None] = mapped_column(ForeignKey("file.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(default="")
    added_at: Mapped[datetime]
    added_by: Mapped[MaybePersonId | None]


class Request(Table):
    """Something asked for under a row «по запросу»; its age is shown until it is closed."""

    __tablename__ = "request"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"), index=True)
    text: Mapped[str]
    opened_at: Mapped[datetime]
    opened_by: Mapped[MaybePersonId | None]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[MaybePersonId | None]
