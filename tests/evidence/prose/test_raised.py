"""Raised and lowered figures never read as other figures."""

import pytest

from evidence.prose.markers import readable
from evidence.prose.markup import plain, to_html

READ = [
    ("10^3^ cells", "10³ cells"),
    ("10^−3^ mol", "10⁻³ mol"),
    ("CO~2~ and H~2~O", "CO₂ and H₂O"),
    ("Ca^2+^ and Na^+^", "Ca²⁺ and Na+"),
    ("the 1^st^ day", "the 1st day"),
    ("V~max~ rose", "Vmax rose"),
    ("x^a2^", "x^(a2)"),
    ("~5–~10 mg", "~5–~10 mg"),
    ("from ~5 to ~10 mg", "from ~5 to ~10 mg"),
    (r"2\^3\^ as typed", "2^3^ as typed"),
    ("2 ^ 3 ^ 4", "2 ^ 3 ^ 4"),
    ("m^2^[^c1] more", "m² more"),
    ("5&nbsp;mg of &alpha;-GPC &amp; more", "5 mg of α-GPC & more"),
    (r"\&alpha; as typed", "&alpha; as typed"),
]


@pytest.mark.parametrize(("body", "read"), READ)
def test_rules_read_the_figure_that_readers_see(body, read):
    assert readable(body) == read
    assert plain(body) == read


@pytest.mark.parametrize(
    ("body", "drawn"),
    [
        ("10^3^", "10<sup>3</sup>"),
        ("CO~2~", "CO<sub>2</sub>"),
        ("~5–~10 mg", "~5–~10 mg"),
        ("a~~b~~", "a~~b~~"),
    ],
)
def test_readers_see_them_raised(body, drawn):
    assert to_html(body) == f"<p>{drawn}</p>\n"


def test_a_column_of_figures_is_set_to_the_right_without_a_style():
    assert '<td class="right">5</td>' in to_html("| a |\n|--:|\n| 5 |")
