"""The first minute: a link or a code opens the door, then age, consent and the choice of a role.

Until the consent nothing is kept but the account's number, its invitation and the age group (152-ФЗ, art. 9).
"""
