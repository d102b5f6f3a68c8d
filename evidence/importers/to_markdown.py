"""HTML elements as Markdown, with the marks of notes set by `html_notes` written as footnotes."""

import re

from markdownify import MarkdownConverter


class _Converter(MarkdownConverter):
    class Options(MarkdownConverter.DefaultOptions):
        heading_style = "atx"
        bullets = "-"
        table_infer_header = True
        escape_misc = False

    def escape(self, text, parent_tags):
        return re.sub(r"\[\^", r"\\[^", super().escape(text, parent_tags))

    def convert_a(self, el, text, parent_tags):
        """Links within the page have lost their targets: only their words stay."""
        if (el.get("href") or "#").startswith("#"):
            return text
        return super().convert_a(el, text, parent_tags)

    def convert_caption(self, el, text, parent_tags):
        return f"\n\n{text.strip()}\n\n"


def markdown_of(node):
    """Markdown of a BeautifulSoup node."""
    text = _Converter().convert_soup(node)
    text = re.sub(r"\ue022([^\ue023]*)\ue023", r"[^\1]:", text.replace("\xa0", " "))
    text = re.sub(r"\ue021([^\ue023]*)\ue023", r"[^\1]", text)
    return re.sub(r"^(\[\^[^\]]+\]:)\s*\n+", r"\1 ", text, flags=re.M)
