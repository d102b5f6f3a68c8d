"""Reading an article: the seed where it is at hand, else the rough one of the demonstration."""

from pathlib import Path

from benchmarks.timing import forget, milliseconds
from evidence.importers import read
from evidence.importers.claiming import manuscript_of

ROOT = Path(__file__).parent.parent
FILES = (
    ROOT.parent / "shared" / "data" / "seed-article.txt",
    ROOT / "fixtures" / "manuscripts" / "noopept-rough.txt",
)


def figures():
    """{"file", "import_ms"}"""
    path = next(path for path in FILES if path.exists())
    data = path.read_bytes()
    return {
        "file": path.name,
        "import_ms": milliseconds(lambda: manuscript_of(read(path.name, data)), before=forget),
    }
