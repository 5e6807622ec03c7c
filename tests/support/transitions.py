"""A state table written as lines to read: ``from, from > to, to | action | role, role``."""

from dataclasses import dataclass

type Lines = dict[tuple[str, str], tuple[str, frozenset[str]]]
"""From a state and an action to the state that follows and the roles that may."""


@dataclass(frozen=True)
class Expected:
    """What a table should say: ``stated`` is product.md, line by line; ``added`` is what the product leaves open.

    Where product.md writes ``from → to, to``, each of the two needs its own action and so its own line.
    """

    stated: str
    added: str = ""

    @property
    def lines(self) -> Lines:
        found: Lines = {}
        for line in filter(None, map(str.strip, f"{self.stated}\n{self.added}".splitlines())):
            move, action, roles = (part.strip() for part in line.split("|"))
            starts, to = (part.strip() for part in move.split(">"))
            for start in _words(starts):
                assert (start, action) not in found, f"said twice: {start}, {action}"
                found[start, action] = (to, frozenset(_words(roles)))
        return found


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",")]
