"""The types and tags of RIS, and what CSL calls them."""

TYPES = {
    "JOUR": "article-journal", "JFULL": "article-journal", "EJOUR": "article-journal", "ABST": "article-journal",
    "INPR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper", "BOOK": "book",
    "EBOOK": "book", "EDBOOK": "book", "WHOLE": "book", "SER": "book", "CLSWK": "book", "CHAP": "chapter",
    "ECHAP": "chapter", "CONF": "paper-conference", "CPAPER": "paper-conference", "RPRT": "report", "GOVDOC": "report",
    "THES": "thesis", "ELEC": "webpage", "WEB": "webpage", "ICOMM": "webpage", "BLOG": "post-weblog",
    "UNPB": "article", "UNPD": "manuscript", "PAMP": "pamphlet", "STAND": "standard", "STAT": "legislation",
    "BILL": "bill", "CASE": "legal_case", "LEGAL": "legislation", "HEAR": "hearing", "PAT": "patent",
    "DATA": "dataset", "AGGR": "dataset", "DBASE": "dataset", "COMP": "software", "DICT": "entry-dictionary",
    "ENCYC": "entry-encyclopedia", "VIDEO": "motion_picture", "PCOMM": "personal_communication", "GEN": "document",
}  # fmt: skip
TITLES = ("TI", "T1", "CT")
CONTAINERS = ("JF", "T2", "JO", "BT", "SO", "JA", "J2", "J1")
SHORT = ("JO", "JA", "J2", "J1")  # beside a full name
DATES = ("PY", "Y1", "DA")
PEOPLE = {"AU": "author", "A1": "author", "ED": "editor", "A4": "translator"}
TEXTS = {
    "VL": "volume", "IS": "issue", "CP": "issue", "PB": "publisher", "CY": "publisher-place", "PP": "publisher-place",
    "AB": "abstract", "N2": "abstract", "ET": "edition", "LA": "language", "DO": "DOI", "DI": "DOI", "PM": "PMID",
    "ST": "title-short", "T3": "collection-title",
}  # fmt: skip
LINKS = ("UR", "L1", "L2", "LK")
PAGES = ("SP", "BP", "EP", "C7", "AR")
OTHERS = (
    "KW", "SN", "BN", "AN", "ID", "N1", "M1", "M2", "M3", "C1", "C2", "C3", "C4", "C5", "C6", "C8", "DB", "DP", "Y2",
    "A2", "A3", "AD", "CA", "CN", "L3", "L4", "NV", "OP", "RI", "RN", "RP", "SE", "SV", "TA", "TT", "U1", "U2", "U3",
    "U4", "U5", "VO", "ZZ", "H1", "H2", "LB", "PMID", "TY", "ER",
)  # fmt: skip
KNOWN = {*TITLES, *CONTAINERS, *DATES, *PEOPLE, *TEXTS, *LINKS, *PAGES, *OTHERS}
IN_A_BOOK = ("chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia")
