"""The public page from a Manuscript, rendered once when an edition comes out."""

from evidence.public.rendering.edition import render_edition
from evidence.public.rendering.imprint import CheckList, Imprint, Person, StandingWaiver
from evidence.public.rendering.notices import render_notices

__all__ = ["CheckList", "Imprint", "Person", "StandingWaiver", "render_edition", "render_notices"]
