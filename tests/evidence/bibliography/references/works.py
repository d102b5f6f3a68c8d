"""One work of every kind, as CSL-JSON."""

from evidence.manuscript import Source


def people(*names):
    """ "Rae Caroline" → a family and a given name; a name in braces is a group's."""
    return [
        {"literal": name.strip("{}")}
        if name[0] == "{"
        else dict(zip(("family", "given"), name.split(" ", 1), strict=True))
        for name in names
    ]


def day(*parts):
    return {"date-parts": [list(parts)]}


ARTICLE = {
    "type": "article-journal",
    "title": "Oral creatine monohydrate supplementation improves brain performance",
    "author": people("Rae Caroline", "Digney Alison L", "McEwan Sally R", "Bates Timothy C"),
    "issued": day(2003, 10, 22),
    "container-title": "Proceedings of the Royal Society B: Biological Sciences",
    "container-title-short": "Proc Biol Sci",
    "volume": "270",
    "issue": "1529",
    "page": "2147-2150",
    "DOI": "10.1098/rspb.2003.2492",
}
PREPRINT = {
    "type": "article",
    "title": "Creatine and sleep loss in nurses",
    "author": people("Alder Ann", "Birch Ben"),
    "issued": day(2021, 2, 14),
    "publisher": "medRxiv",
    "DOI": "10.1101/2021.02.10.21251000",
}
BOOK = {
    "type": "book",
    "title": "Nutrition and the nervous system",
    "author": people("Cedar Cleo Jane"),
    "issued": day(2018),
    "edition": "3",
    "publisher": "Linden Press",
    "publisher-place": "Leeds",
}
EDITED = {**BOOK, "author": [], "editor": people("Dogwood Dev", "Elm Eve"), "edition": "2"}
CHAPTER = {
    "type": "chapter",
    "title": "Energy stores of the brain",
    "author": people("Fir Fay"),
    "editor": people("Dogwood Dev", "Elm Eve Ida"),
    "container-title": "Nutrition and the nervous system",
    "edition": "2",
    "publisher": "Linden Press",
    "publisher-place": "Leeds",
    "issued": day(2018),
    "page": "93-113",
}
REPORT = {
    "type": "report",
    "title": "Food supplements: what people take",
    "author": people("{World Health Organization}"),
    "publisher": "World Health Organization",
    "publisher-place": "Geneva",
    "issued": day(2019, 5),
    "number": "WHO/NMH/19.3",
    "URL": "https://example.org/report.pdf",
    "accessed": day(2024, 3, 9),
}
GUIDELINE = {
    "type": "report",
    "genre": "Guideline",
    "title": "Dementia: assessment and management",
    "author": people("{National Institute for Health and Care Excellence}"),
    "number": "NG97",
    "publisher": "NICE",
    "issued": day(2018, 6, 20),
    "URL": "https://example.org/ng97",
}
WEBPAGE = {
    "type": "webpage",
    "title": "Creatine: what the science says",
    "author": people("Hazel Hal"),
    "container-title": "Office of Supplements",
    "issued": day(2020, 1, 5),
    "accessed": day(2024, 3, 9),
    "URL": "https://example.org/creatine",
}
THESIS = {
    "type": "thesis",
    "title": "Phosphocreatine in sleep-deprived rats",
    "author": people("Ivy Ida"),
    "genre": "Doctoral dissertation",
    "publisher": "University of Leeds",
    "issued": day(2014),
}
LABEL = {
    "type": "regulation",
    "genre": "Prescribing information",
    "title": "Examplol",
    "author": people("{Sample Pharmaceuticals}"),
    "publisher": "Sample Pharmaceuticals",
    "issued": day(2017),
    "URL": "https://example.org/examplol",
    "accessed": day(2024, 3, 9),
}
NEWS = {
    "type": "article-newspaper",
    "title": "Do supplements work?",
    "author": people("Juniper Jo"),
    "container-title": "The Leeds Courier",
    "issued": day(2019, 8, 2),
    "page": "A1",
}
RAW = {
    "type": "document",
    "raw": "Rae C et al. <Creatine>. 2003; doi:10.1098/RSPB.2003.2492",
    "DOI": "10.1098/rspb.2003.2492",
}
WORKS = [ARTICLE, PREPRINT, BOOK, EDITED, CHAPTER, REPORT, GUIDELINE, WEBPAGE, THESIS, LABEL, NEWS, RAW]
FROZEN = Source("rae-2003", csl={name: value for name, value in ARTICLE.items() if name != "DOI"}).csl
