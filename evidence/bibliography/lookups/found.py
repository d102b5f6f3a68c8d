from dataclasses import dataclass

from evidence.bibliography.references.comparing import Mismatch


@dataclass(frozen=True)
class Found:
    """`csl` as `service` gave it, completed by those of `also`; `mismatches` with what was asked; `told`: what else
    an editor should know, as sentences."""

    csl: dict
    service: str
    also: tuple[str, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    told: tuple[str, ...] = ()
