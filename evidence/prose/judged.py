from dataclasses import dataclass


@dataclass(frozen=True)
class Judged:
    """What a rule makes of a text: a label, a score where there is an order, and the words that decided."""

    label: str
    score: float = 0.0
    because: tuple[str, ...] = ()


def told(*groups):
    """Words from matches or lists of words, each once, in order."""
    words = []
    for group in groups:
        if group is None:
            continue
        words += [group.group()] if hasattr(group, "group") else list(group)
    return tuple(dict.fromkeys(" ".join(word.split()) for word in words if word.strip()))
