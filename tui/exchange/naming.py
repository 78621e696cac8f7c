"""Names of persons as bibliographies take them apart."""

from __future__ import annotations

from msgspec import Struct

_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_BODIES = frozenset({"agency", "agencies", "bureau", "correspondents", "desk", "editors", "newsroom", "staff", "team"})
"""Last words of those who sign without being a person."""
_FAMILY_FIRST = "\u2e80"
"""From here on scripts write the family's name first, and nothing is turned round."""


class Name(Struct, frozen=True):
    """A person's name; one that cannot be taken apart is all ``family``."""

    family: str
    given: str = ""
    particle: str = ""
    """What stands before the family's name in small letters: "van der"."""
    suffix: str = ""
    """ "Jr.", "III"."""

    @classmethod
    def read(cls, written: str) -> Name:
        """Take a name apart that is written as it is spoken."""
        words = written.split()
        if len(words) < 2 or words[-1].casefold() in _BODIES or words[0] == "The" or written[-1] >= _FAMILY_FIRST:
            return cls(written)
        suffix = words.pop().rstrip(",") if words[-1] in _SUFFIXES and len(words) > 2 else ""
        words[-1] = words[-1].rstrip(",")
        small = next((at for at in range(1, len(words) - 1) if words[at].islower()), len(words) - 1)
        family = next(at for at in range(small, len(words)) if not words[at].islower() or at == len(words) - 1)
        return cls(" ".join(words[family:]), " ".join(words[:small]), " ".join(words[small:family]), suffix)

    @property
    def initials(self) -> str:
        """The given names as "J.-L. B."."""
        words = self.given.replace(".", ". ").split()
        return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in words)

    def turned(self, given: str, *, particle_last: bool = False) -> str:
        """Return the family's name first, then ``given``.

        Args:
            given: The given names, written out or as initials.
            particle_last: Whether the particle follows the given names, as in Chicago; else it stays before the family.
        """
        front, back = ("", self.particle) if particle_last else (self.particle, "")
        rest = " ".join(filter(None, [given, back]))
        return ", ".join(filter(None, [f"{front} {self.family}".strip(), rest, self.suffix]))
