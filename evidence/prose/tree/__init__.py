"""Markdown and the editor's tree (ProseMirror's JSON): one parser says what a text means, and a block that nobody
touched keeps its bytes.

Import `parse`, `merged` and `checked` from here. It imports `prose.parser` alone.
"""

from evidence.prose.tree.allowed import checked
from evidence.prose.tree.merging import merged
from evidence.prose.tree.parsing import parse

__all__ = ["checked", "merged", "parse"]
