"""Ready roadmaps for those who have none: rows of our own, with dates by their place in the school year."""

from domain.roadmap.templates.loading import TemplateKind, kinds, template
from domain.roadmap.templates.stages import proposed

__all__ = ["TemplateKind", "kinds", "proposed", "template"]
