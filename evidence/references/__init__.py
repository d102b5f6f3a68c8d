"""Reference styles, one file each: CSL-JSON in, escaped HTML out."""

from evidence.references import ama

STYLES = {"ama": ama.render}


def render(csl, style="ama", *, retracted=False):
    """A reference as safe HTML (only `em`, `strong` and `a`) in a style of STYLES."""
    return STYLES[style](csl, retracted=retracted)


def collapse(numbers):
    """Reference numbers as people write them: [1, 2, 3, 5] → "1–3,5"; two neighbours stay "1,2"."""
    runs = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs)
