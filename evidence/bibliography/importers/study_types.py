"""Kind of study as PubMed's own terms say it: publication types and MeSH headings, with the words that decided."""

from evidence.vocabulary import Design, StudyPopulation

# PubMed publication types, the stronger statement first.
DESIGNS = (
    (("Meta-Analysis", "Systematic Review", "Network Meta-Analysis"), Design.SRMA),
    (("Practice Guideline", "Guideline"), Design.GUID),
    (("Randomized Controlled Trial", "Equivalence Trial", "Pragmatic Clinical Trial"), Design.RCT),
    (("Controlled Clinical Trial", "Clinical Trial"), Design.NRT),
    (("Case Reports",), Design.CR),
    (("Review", "Editorial", "Comment", "Letter", "News"), Design.NR),
)
MESH_DESIGNS = (
    (("Cohort Studies", "Prospective Studies", "Follow-Up Studies", "Longitudinal Studies"), Design.COH),
    (("Case-Control Studies", "Retrospective Studies"), Design.CC),
    (("Cross-Sectional Studies",), Design.XS),
)
ANIMALS = ("Animals", "Mice", "Rats", "Rabbits", "Dogs", "Disease Models, Animal")
CELLS = ("Cell Line", "Cells, Cultured", "In Vitro Techniques")


def kind_of(publication_types, mesh):
    """{"proposed": {"design", "population", "because"}} as far as the terms say it; {} where they say nothing.

    MeSH marks every record on people with "Humans" and every record on animals with "Animals".
    """
    headings = [heading.strip("*").split("/")[0].strip("*") for heading in mesh]
    because, proposed = [], {}
    for terms, design in DESIGNS:
        if found := [one for one in publication_types if one in terms]:
            proposed["design"], because = str(design), found
            break
    if "design" not in proposed:
        for terms, design in MESH_DESIGNS:
            if found := [one for one in headings if one in terms]:
                proposed["design"], because = str(design), found
                break
    population, words = _population(headings)
    if population:
        proposed["population"] = str(population)
        because = [*because, *words]
        if population == StudyPopulation.ANIMAL and proposed.get("design") in (None, str(Design.NRT)):
            proposed["design"] = str(Design.AN)
    return {"proposed": {**proposed, "because": because}} if proposed else {}


def _population(headings):
    human = [one for one in headings if one == "Humans"]
    animal = [one for one in headings if one in ANIMALS]
    cells = [one for one in headings if one.startswith(CELLS)]
    if animal and not human:
        return StudyPopulation.ANIMAL, animal
    if cells and not animal:
        return StudyPopulation.CELLS, cells
    if human and not animal:
        return StudyPopulation.HUMAN, human
    return "", []
