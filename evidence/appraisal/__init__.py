"""How sure an answer may be: GRADE, the wording a certainty allows, OCEBM levels, agreement of raters. All pure.

Everybody may import its modules; it imports the vocabulary alone.
"""
