"""Filled-in forms, their answers, and the surveys that ask for them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.tables import Id, MaybePersonId, OrganisationId, PersonId, Table


class Submission(Table):
    """One person's filling-in of one form; the position in it is its first question without an answer.

    ``returned_to`` is the question that the person went back to, if any. A ``trial`` is a curator's look at a form
    of her own before she sends it: nothing of it is ever counted, and it is erased at its end. A person has one
    application of each form, and as many practices as she likes. ``entered_by`` is the
    curator who fills it in for somebody without a messenger.
    """

    __tablename__ = "submission"
    __table_args__ = (
        Index(
            "uq_submission_application",
            "person_id",
            "programme_id",
            "form",
            unique=True,
            sqlite_where=text("survey_id IS NULL AND NOT trial AND form <> 'practice'"),
            postgresql_where=text("survey_id IS NULL AND NOT trial AND form <> 'practice'"),
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
    trial: Mapped[bool] = mapped_column(default=False)
    entered_by: Mapped[MaybePersonId | None]
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


class AnswerChange(Table):
    """What an answer was before it was changed after the form had been sent; kept as the answer itself is kept."""

    __tablename__ = "answer_change"

    id: Mapped[Id]
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"), index=True)
    question: Mapped[str]
    value: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))
    secret: Mapped[bytes | None]
    changed_at: Mapped[datetime]


class OwnForm(Table):
    """A version of an organisation's own form: the cells of its sheet, which `domain.forms.own` reads.

    ``title`` is the form's, for lists. A form that is not ``offered`` any more is only kept for what was begun.
    """

    __tablename__ = "own_form"
    __table_args__ = (UniqueConstraint("organisation_id", "key", "version"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    key: Mapped[str]
    version: Mapped[int]
    title: Mapped[str]
    rows: Mapped[list[list[str]]] = mapped_column(JSON)
    offered: Mapped[bool] = mapped_column(default=True)
    made_by: Mapped[MaybePersonId | None]
    made_at: Mapped[datetime]


class Survey(Table):
    """One sending of questionnaires to an audience.

    ``kind`` is one of `domain.surveys`, or the key of the organisation's own form that is asked in ``version``.
    """

    __tablename__ = "survey"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    kind: Mapped[str]
    version: Mapped[int | None]
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
