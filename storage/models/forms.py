"""Filled-in forms, their answers, and the surveys that ask for them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.tables import Id, MaybePersonId, OrganisationId, PersonId, Table


class Submission(Table):
    """One person's filling-in of one form; the position in it is its first question without an answer.

    ``returned_to`` is the question that the person went back to, if any.
    """

    __tablename__ = "submission"
    __table_args__ = (
        Index(
            "uq_submission_application",
            "person_id",
            "programme_id",
            "form",
            unique=True,
            sqlite_where=text("survey_id IS NULL"),
            postgresql_where=text("survey_id IS NULL"),
        ),
        UniqueConstraint("person_id", "survey_id", "form"),
    )

    id: Mapped[Id]
    person_id: Mapped[PersonId]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    survey_id: Mapped[int | None] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), index=True)
    form: Mapped[str]
    version: Mapped[int]
    returned_to: Mapped[str] = mapped_column(default="")
    started_at: Mapped[datetime]
    touched_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]


class AnswerRow(Table):
    """An answer: in ``value`` as JSON, or encrypted in ``secret`` where the question is personal.

    ``finished`` is false while several options are still being ticked.
    """

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("submission_id", "question"),)

    id: Mapped[Id]
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"))
    question: Mapped[str]
    value: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))
    secret: Mapped[bytes | None]
    finished: Mapped[bool] = mapped_column(default=True)
    answered_at: Mapped[datetime]


class Survey(Table):
    """One sending of questionnaires to an audience."""

    __tablename__ = "survey"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    kind: Mapped[str]
    opened_at: Mapped[datetime]
    opened_by: Mapped[MaybePersonId | None]
    closes_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class SurveyInvitee(Table):
    """Who was asked to fill in which form of a survey, and when the answer came."""

    __tablename__ = "survey_invitee"
    __table_args__ = (UniqueConstraint("survey_id", "person_id", "form"),)

    id: Mapped[Id]
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"))
    organisation_id: Mapped[OrganisationId]
    person_id: Mapped[PersonId]
    form: Mapped[str]
    answered_at: Mapped[datetime | None]
