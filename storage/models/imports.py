"""Personal invitations of people whom a curator has named before they came."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.tables import Id, OrganisationId, Table


class PersonalInvitation(Table):
    """An invitation for one person, kept until she consents or thirty days have passed.

    ``secret`` holds encrypted what the curator's list says of her and the code itself, since nothing of that may be
    read before the consent; ``code_hash`` and ``name_hash`` are keyed hashes for finding it again.
    """

    __tablename__ = "personal_invitation"
    __table_args__ = (UniqueConstraint("organisation_id", "name_hash"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    code_hash: Mapped[str] = mapped_column(unique=True)
    name_hash: Mapped[str]
    category: Mapped[str]
    role: Mapped[str]
    secret: Mapped[bytes]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime]
