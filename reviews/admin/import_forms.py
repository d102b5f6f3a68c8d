"""The two forms of an import: what to read, and what was read, to be corrected before anything is stored."""

from dataclasses import replace

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from evidence.errors import ImportRefused
from evidence.importers import FORMATS, LARGEST, read
from evidence.importers.claiming import candidates, manuscript_of
from evidence.importers.drafts import DraftPerson
from evidence.importers.packing import packed
from evidence.manuscript.section_kinds import guess_kind
from evidence.vocabulary import SectionKind

LEVELS = [(level, level) for level in range(2, 7)]


class ReadForm(forms.Form):
    """A file or pasted text; `draft` after a valid post is what was read."""

    file = forms.FileField(
        label=_("File"), required=False, help_text=_("Text, Markdown, HTML or Word (DOCX), up to 5 MB.")
    )
    pasted = forms.CharField(
        label=_("Or paste the text"), required=False, widget=forms.Textarea(attrs={"rows": 12})
    )
    format = forms.ChoiceField(
        label=_("Format"),
        required=False,
        choices=[("", _("By its name and content")), *((name, name) for name in FORMATS)],
    )

    def clean(self):
        cleaned = super().clean()
        upload, pasted = cleaned.get("file"), cleaned.get("pasted", "").strip()
        if bool(upload) == bool(pasted):
            raise forms.ValidationError(_("Choose a file, or paste a text: one of the two."))
        if upload and upload.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 5 MB: split it."))
        name, data = (upload.name, upload.read()) if upload else (str(_("The text")), pasted.encode())
        try:
            self.draft = read(name, data, cleaned.get("format") or None)
        except ImportRefused as refused:
            raise forms.ValidationError(str(refused)) from refused
        return cleaned


class PreviewForm(forms.Form):
    """A draft as it would be stored: title, people, headings with level and kind, and a tick for each claim."""

    draft = forms.CharField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Title"), max_length=300)
    slug = forms.SlugField(label=_("Address"), max_length=120)
    byline = forms.CharField(
        label=_("Byline"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One person a line: name | role | credentials."),
    )

    def __init__(self, *args, read, **kwargs):
        super().__init__(*args, **kwargs)
        self.read, self.found = read, candidates(read)
        self.initial |= {
            "draft": packed(read),
            "title": read.title,
            "slug": read.slug,
            "byline": _lines(read.byline),
        }
        for number, section in enumerate(read.sections, start=1):
            self._add_section(number, section)
        for one in self.found:
            self.fields[_tick(one.place)] = forms.BooleanField(label=one.text, required=False, initial=True)

    def parts(self):
        """Each section with its fields, its text and the ticks of its sentences."""
        return [
            {
                "heading": self[f"heading_{number}"],
                "level": self[f"level_{number}"],
                "kind": self[f"kind_{number}"],
                "body": section.body,
                "ticks": [
                    self[_tick(one.place)] for one in self.found if one.place.split(".")[0] == str(number)
                ],
            }
            for number, section in enumerate(self.read.sections, start=1)
        ]

    def corrected(self):
        """The Draft with what was corrected in it."""
        said = self.cleaned_data
        sections = tuple(
            replace(section, heading=said[f"heading_{number}"], level=int(said[f"level_{number}"]))
            for number, section in enumerate(self.read.sections, start=1)
        )
        return replace(self.read, title=said["title"], byline=_people(said["byline"]), sections=sections)

    def manuscript(self):
        """The Manuscript to store: corrected, with a claim for every sentence that stayed ticked."""
        said = self.cleaned_data
        kinds = {number: said[f"kind_{number}"] for number in range(1, len(self.read.sections) + 1)}
        without = {one.place for one in self.found if not said[_tick(one.place)]}
        return manuscript_of(self.corrected(), kinds=kinds, without=without)

    def _add_section(self, number, section):
        kind = guess_kind(section.heading) if section.heading else SectionKind.OTHER
        self.fields[f"heading_{number}"] = forms.CharField(
            label=_("Heading"), max_length=300, required=False, initial=section.heading
        )
        self.fields[f"level_{number}"] = forms.TypedChoiceField(
            label=_("Level"), choices=LEVELS, coerce=int, initial=section.level
        )
        self.fields[f"kind_{number}"] = forms.ChoiceField(
            label=_("Kind"), choices=SectionKind.choices, initial=str(kind)
        )


def _tick(place):
    return f"claim_{place.replace('.', '_')}"


def _lines(byline):
    return "\n".join(" | ".join((one.name, one.role, one.credentials)).rstrip(" |") for one in byline)


def _people(text):
    people = []
    for line in filter(str.strip, text.splitlines()):
        name, role, credentials, *_more = [*(part.strip() for part in line.split("|")), "", ""]
        if slugify(name):
            people.append(DraftPerson(name, role, credentials))
    return tuple(people)
