"""What is done with the power of a role and kept in the journal («Журнал»), for the curator and the head."""

from enum import StrEnum


class Audited(StrEnum):
    """What somebody did; texts tell it by this name."""

    LINK_RENEWED = "link_renewed"
    CODE_MADE = "code_made"
    CODE_TAKEN_BACK = "code_taken_back"
    WRONG_CODES = "wrong_codes"
    """Five in a row, by somebody who takes part."""
    ROLE_TAKEN_ON = "role_taken_on"
    ROLE_TAKEN_AWAY = "role_taken_away"
    HANDED_OVER = "handed_over"
    DISTRICT_JOINED = "district_joined"
    DISTRICT_LEFT = "district_left"
    ROADMAP_SIGNED = "roadmap_signed"
    SIGNATURE_TAKEN_BACK = "signature_taken_back"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    """With everything personal erased where it was the consent to processing."""
    PAPER_TAKEN = "paper_taken"
    AGE_CORRECTED = "age_corrected"
    RETENTION_SET = "retention_set"
    ERASED = "erased"
    """The term of keeping was over; nobody did it by hand."""
    PEOPLE_INVITED = "people_invited"
    """By a list; their names are in no entry."""
    TABLE_TAKEN = "table_taken"
    MESSENGER_INVITED = "messenger_invited"
    PERSONS_JOINED = "persons_joined"
    """Two records of one person became one."""
