"""Mentors who are employees (Labour Code, art. 351.8): the agreement in writing, and laying the duties down."""
