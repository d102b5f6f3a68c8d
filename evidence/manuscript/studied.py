"""Whom a source looked at, as far as its record says."""

from evidence.vocabulary import Design, StudyPopulation

HUMAN = (StudyPopulation.HEALTHY, StudyPopulation.PATIENTS, StudyPopulation.HUMAN)
TEXTS = (Design.SRMA, Design.GUID, Design.NR, Design.REG)


def kind_of(source):
    """ "people", "animals", "cells", "texts" (reviews and official texts), or "unknown": what nobody recorded is never
    taken for one of the others, and a study of nobody that is no such text was recorded wrongly."""
    if source.population == StudyPopulation.ANIMAL or source.design == Design.AN:
        return "animals"
    if source.population == StudyPopulation.CELLS or source.design in (Design.VT, Design.SIL):
        return "cells"
    if source.population in HUMAN or source.design == Design.PK:
        return "people"
    return "texts" if source.design in TEXTS else "unknown"
