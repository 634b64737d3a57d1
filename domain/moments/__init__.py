"""Days and hours as people type them, and those to propose as buttons."""

from domain.moments.problem import Problem
from domain.moments.reading import Reading, read_date, read_moment
from domain.moments.suggestions import suggestions

__all__ = ["Problem", "Reading", "read_date", "read_moment", "suggestions"]
