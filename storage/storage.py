"""The door to all tables inside one transaction; each group of tables has its own module."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncSession

from storage.agreements import Agreements
from storage.audit import Audit
from storage.cipher import Cipher
from storage.codes import Codes
from storage.consents import Consents
from storage.conversation import Conversation
from storage.corrections import Corrections
from storage.districts import Districts
from storage.eligibility import Eligibilities
from storage.erasing import Erasing
from storage.evidence import EvidenceOfTasks
from storage.files import Files
from storage.forms import Forms
from storage.gatherings import Gatherings
from storage.guardians import Guardians
from storage.handover import Handover
from storage.imports import Imports
from storage.joining import Joining
from storage.meetings import Meetings
from storage.mentorships import Mentorships
from storage.notices import Notices
from storage.offline import Offline
from storage.organisations import Organisations
from storage.own_data import OwnData
from storage.own_forms import OwnForms
from storage.partners import Partners
from storage.people import People
from storage.places import Places
from storage.posts import Posts
from storage.practices import Practices
from storage.programmes import Programmes
from storage.register import Register
from storage.requests import Requests
from storage.responsible import ResponsibleNames
from storage.retention import Retentions
from storage.roadmap_changes import RoadmapChanges
from storage.roadmaps import Roadmaps
from storage.surveys import Surveys
from storage.updates import Updates
from storage.wishes import Wishes


class Storage:
    """Everything that one transaction may read and write, by group."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self.session = session
        self.cipher = cipher

    @cached_property
    def organisations(self) -> Organisations:
        return Organisations(self.session, self.cipher)

    @cached_property
    def districts(self) -> Districts:
        return Districts(self.session, self.cipher)

    @cached_property
    def people(self) -> People:
        return People(self.session, self.cipher)

    @cached_property
    def places(self) -> Places:
        return Places(self.session, self.cipher)

    @cached_property
    def consents(self) -> Consents:
        return Consents(self.session, self.cipher)

    @cached_property
    def guardians(self) -> Guardians:
        return Guardians(self.session, self.cipher)

    @cached_property
    def eligibility(self) -> Eligibilities:
        return Eligibilities(self.session, self.cipher)

    @cached_property
    def imports(self) -> Imports:
        return Imports(self.session, self.cipher)

    @cached_property
    def offline(self) -> Offline:
        return Offline(self.session, self.cipher)

    @cached_property
    def joining(self) -> Joining:
        return Joining(self.session, self.cipher)

    @cached_property
    def register(self) -> Register:
        return Register(self.session, self.cipher)

    @cached_property
    def partners(self) -> Partners:
        return Partners(self.session, self.cipher)

    @cached_property
    def agreements(self) -> Agreements:
        return Agreements(self.session, self.cipher)

    @cached_property
    def audit(self) -> Audit:
        return Audit(self.session, self.cipher)

    @cached_property
    def erasing(self) -> Erasing:
        return Erasing(self.session, self.cipher)

    @cached_property
    def own_data(self) -> OwnData:
        return OwnData(self.session, self.cipher)

    @cached_property
    def retentions(self) -> Retentions:
        return Retentions(self.session, self.cipher)

    @cached_property
    def codes(self) -> Codes:
        return Codes(self.session, self.cipher)

    @cached_property
    def handover(self) -> Handover:
        return Handover(self.session, self.cipher)

    @cached_property
    def programmes(self) -> Programmes:
        return Programmes(self.session, self.cipher)

    @cached_property
    def forms(self) -> Forms:
        return Forms(self.session, self.cipher)

    @cached_property
    def files(self) -> Files:
        return Files(self.session, self.cipher)

    @cached_property
    def evidence(self) -> EvidenceOfTasks:
        return EvidenceOfTasks(self.session, self.cipher)

    @cached_property
    def roadmaps(self) -> Roadmaps:
        return Roadmaps(self.session, self.cipher)

    @cached_property
    def corrections(self) -> Corrections:
        return Corrections(self.session, self.cipher)

    @cached_property
    def responsible(self) -> ResponsibleNames:
        return ResponsibleNames(self.session, self.cipher)

    @cached_property
    def changes(self) -> RoadmapChanges:
        return RoadmapChanges(self.session, self.cipher)

    @cached_property
    def requests(self) -> Requests:
        return Requests(self.session, self.cipher)

    @cached_property
    def mentorships(self) -> Mentorships:
        return Mentorships(self.session, self.cipher)

    @cached_property
    def meetings(self) -> Meetings:
        return Meetings(self.session, self.cipher)

    @cached_property
    def own_forms(self) -> OwnForms:
        return OwnForms(self.session, self.cipher)

    @cached_property
    def surveys(self) -> Surveys:
        return Surveys(self.session, self.cipher)

    @cached_property
    def gatherings(self) -> Gatherings:
        return Gatherings(self.session, self.cipher)

    @cached_property
    def wishes(self) -> Wishes:
        return Wishes(self.session, self.cipher)

    @cached_property
    def practices(self) -> Practices:
        return Practices(self.session, self.cipher)

    @cached_property
    def posts(self) -> Posts:
        return Posts(self.session, self.cipher)

    @cached_property
    def notices(self) -> Notices:
        return Notices(self.session, self.cipher)

    @cached_property
    def conversation(self) -> Conversation:
        return Conversation(self.session, self.cipher)

    @cached_property
    def updates(self) -> Updates:
        return Updates(self.session, self.cipher)
