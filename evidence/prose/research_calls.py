"""Calls for research, and caution with a result: what authors ask of researchers, not of those who care or are ill."""

import re

_RESEARCH = (
    r"(?:research|stud(?:y|ies)|trials?|investigations?|work|exploration|replications?|validation|confirmation|"
    r"corroboration|evaluations?|evidence|data|analys[ei]s|follow-?ups?|series|experiments?|comparisons?|samples?|"
    r"measurements?)"
)
_MORE = (
    r"(?:further|future|more|additional|larger?|larger[ -]scale|prospective|well-designed|long(?:er)?-term|"
    r"randomi[sz]ed|longitudinal|confirmatory|ongoing|controlled|clinical|comparative|human|better|longer)"
)
_ASKED = (
    r"(?:needed|required|warranted|necessary|recommended|essential|crucial|important|desirable|should|must|needs?|will|"
    r"would|might|may|could|deserves?|merits?)"
)
_LOOKED_INTO = (
    r"(?:confirmed|investigated|studied|elucidated|explored|validated|clarified|replicated|determined|examined|"
    r"collected|tested|interpreted|addressed in|evaluated (?:further|in)|refined in|viewed|noted|expected|verified|"
    r"assessed in|compared in|treated with caution|expanded)"
)
_CALLS = (
    # More research is needed.
    rf"{_MORE} (?:[\w,/-]+ ){{0,7}}?{_RESEARCH}(?: [\w,/()-]+){{0,14}}? {_ASKED}[^.;]*",
    rf"{_ASKED} (?:\w+ ){{0,2}}?(?:further|more|additional|future|longer|larger) (?:\w+ ){{0,3}}?{_RESEARCH}",
    rf"(?:need|call|calls|required?|requirement|needed|scope|room|area) (?:still )?for (?:[\w-]+ ){{0,5}}?{_RESEARCH}",
    r"(?:warrants?|merits?|deserves?|requires?) (?:\w+ )?(?:further|additional|more|investigation|study|confirmation|"
    r"validation|replication|exploration|attention in)[^.;]*",
    # These findings need to be confirmed; it should be looked into.
    r"(?:this|these|the|our|such|previous|present|current|any|each) (?:[\w-]+ ){0,4}?(?:findings?|results?|"
    r"associations?|observations?|relationships?|hypothes[ie]s|limitations?|conclusions?) (?:[\w-]+ ){0,6}?(?:needs?|"
    r"requires?|warrants?|deserves?|remains? to|are to|should also be|are warranted to be) (?:\w+ ){0,2}?(?:confirm|"
    r"replicat|validat|investigat|stud|explor|examin|interpret|test|verif)[^.;]*",
    rf"(?:should|must|need to|needs to) (?:[\w,/()-]+ ){{1,14}}?(?:in|by|through|within|using) (?:an? )?(?:further|"
    rf"future|additional|prospective|larger|definitive|more|large|subsequent|clinical) "
    rf"(?:[\w-]+ ){{0,3}}?{_RESEARCH}[^.;]*",
    rf"(?:should|must|needs? to|to|ought to|will|may|could|can) (?:also |further |now |therefore )?be "
    rf"(?:\w+ly |further |carefully )?{_LOOKED_INTO}[^.;]*",
    r"(?:should|must|needs? to) (?:\w+ )?(?:explore|examine|investigate|aim to|include larger|confirm|"
    r"replicate|determine|elucidate|evaluate|compare|focus on (?:identifying|understanding)|clarify|enrol\w*|"
    r"note)[^.;]*",
    r"(?:we|there is a|the) need to (?:understand|explore|determine|investigate|clarify|distinguish|replicate|"
    r"confirm)[^.;]*",
    r"remains? to be \w+[^.;]*",
    # Mind how this is read.
    r"caution (?:should|must|is) [^.;]*(?:interpret|generali[sz]|conclusions?|extrapolat|adopting)[^.;]*",
    r"(?:interpreted|treated|viewed) with caution",
    r"(?:results?|findings?|limitations?|data|conclusions?) (?:[\w-]+ ){0,6}?(?:should|must|can|may) be (?:considered|"
    r"taken|treated|regarded)[^.;]*",
    r"it (?:is|was) (?:\w+ )?(?:unclear|unknown|crucial to confirm|important to (?:note|study|determine|confirm|"
    r"investigate|understand|recognize|recognise|remember|assess))[^.;]*",
    r"should not be \w+ as",
)
_REGEX = re.compile(rf"(?<![\w-])(?:{'|'.join(_CALLS)})(?!\w)", re.I)


def without_research_calls(text):
    """Text with every call for research blanked to one space."""
    return _REGEX.sub(" ", text)
