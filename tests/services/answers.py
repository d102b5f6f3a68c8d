"""Answers in the shapes of the services, about works that do not exist."""

TITLE = "Lemon balm and sleep: a randomised trial"


def crossref(doi="10.5555/balm.1", **fields):
    work = {
        "DOI": doi,
        "type": "journal-article",
        "title": [TITLE],
        "author": [{"family": "Alder", "given": "Ann"}, {"name": "The Balm Group"}],
        "issued": {"date-parts": [[2019, 4]]},
        "container-title": ["Journal of Made Examples"],
        "volume": "4",
        "page": "11-19",
        **fields,
    }
    return {"status": "ok", "message-type": "work", "message": work}


def pubmed(
    pmid="31000001",
    doi="10.5555/balm.1",
    title=TITLE,
    family="Alder",
    year=2019,
    more="",
    types=("Journal Article",),
):
    listed = "".join(f'<PublicationType UI="D0">{one}</PublicationType>' for one in types)
    return f"""<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/x.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID><Article>
<Journal><JournalIssue><Volume>4</Volume><PubDate><Year>{year}</Year></PubDate></JournalIssue>
<Title>Journal of Made Examples</Title><ISOAbbreviation>J Made Ex</ISOAbbreviation></Journal>
<ArticleTitle>{title}.</ArticleTitle><Abstract><AbstractText>Forty adults drank tea.</AbstractText></Abstract>
<AuthorList><Author><LastName>{family}</LastName><ForeName>Ann</ForeName></Author></AuthorList>
<PublicationTypeList>{listed}</PublicationTypeList></Article>
<MeshHeadingList><MeshHeading><DescriptorName>Humans</DescriptorName></MeshHeading></MeshHeadingList>
{more}</MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pubmed">{pmid}</ArticleId>
<ArticleId IdType="doi">{doi}</ArticleId></ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>"""


def searched(*pmids):
    return {"header": {"type": "esearch"}, "esearchresult": {"count": str(len(pmids)), "idlist": list(pmids)}}


def openalex(doi="10.5555/balm.1", **fields):
    return {
        "id": "https://openalex.org/W1",
        "doi": f"https://doi.org/{doi}",
        "title": TITLE,
        "publication_year": 2019,
        "type": "article",
        "authorships": [{"author": {"display_name": "Ann Alder"}}],
        **fields,
    }
