"""All tables; a row that belongs to an organisation names it."""

from storage.models.conversation import Decision, Installation, Letter, Position, ProcessedUpdate
from storage.models.forms import AnswerChange, AnswerRow, OwnForm, Submission, Survey, SurveyInvitee
from storage.models.gatherings import Attendance, Gathering, PollCount, PollVoice, Practice, Wish
from storage.models.imports import PersonalInvitation
from storage.models.mentorships import Meeting, Mentee, Mentorship
from storage.models.notices import Notice
from storage.models.organisations import Code, DayOff, Invitation, Organisation, Programme, SchoolHoliday
from storage.models.partners import Partner
from storage.models.people import (
    Account,
    AuditEntry,
    Consent,
    Eligibility,
    Guardianship,
    Membership,
    MentorAgreement,
    Person,
)
from storage.models.posts import Post, Rubric
from storage.models.retention import Retention
from storage.models.roadmaps import (
    Evidence,
    File,
    Milestone,
    MilestoneChange,
    Request,
    Responsible,
    Roadmap,
    Task,
    Tie,
)
from storage.models.tables import Table

__all__ = [
    "Account",
    "AnswerChange",
    "AnswerRow",
    "Attendance",
    "AuditEntry",
    "Code",
    "Consent",
    "DayOff",
    "Decision",
    "Eligibility",
    "Evidence",
    "File",
    "Gathering",
    "Guardianship",
    "Installation",
    "Invitation",
    "Letter",
    "Meeting",
    "Membership",
    "Mentee",
    "MentorAgreement",
    "Mentorship",
    "Milestone",
    "MilestoneChange",
    "Notice",
    "Organisation",
    "OwnForm",
    "Partner",
    "Person",
    "PersonalInvitation",
    "PollCount",
    "PollVoice",
    "Position",
    "Post",
    "Practice",
    "ProcessedUpdate",
    "Programme",
    "Request",
    "Responsible",
    "Retention",
    "Roadmap",
    "Rubric",
    "SchoolHoliday",
    "Submission",
    "Survey",
    "SurveyInvitee",
    "Table",
    "Task",
    "Tie",
    "Wish",
]
