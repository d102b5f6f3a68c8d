"""Works and their records, with no row behind them: identifiers, reading and writing of files, look-ups, updates,
printed references, quotations, what two records of one work have in common.

Import the folders by their names (`bibliography.references`, …). Nothing here asks the database, and only `lookups`
reaches the network. It imports `prose` and the vocabulary.
"""
