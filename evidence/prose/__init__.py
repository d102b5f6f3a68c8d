"""What a text says, as far as it can be read: sentences, markers, what needs a source, who was studied, how sure.

Pure, with its word lists in `data/`. Import its modules by name; it imports the vocabulary alone.
"""
