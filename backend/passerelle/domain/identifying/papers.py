"""What stands between the name of a paper and its number."""

import re

from passerelle.domain.identifying.words import DOCUMENT, any_of

FILLER = (
    r"(?:[\s:#.\-–=(\"'«n°ºو]|number|no\b|nr\b|nb\b|num\b|numero|ref(?:erence)?\b|is|est|are|was|of|de|du|le|la|his|her|my"
    r"|son|sa|رقم\w{0,3}|شماره\w{0,4}|نمبر|نمره|ژماره\w{0,3}|ቁጥር\w{0,2}|ቁጽሪ\w{0,2}|numri|numer|eshte|so|la|hejmara?|ye)"
)
_UP_TO_ITS_NUMBER = re.compile(rf"{any_of(DOCUMENT)}{FILLER}{{0,14}}$")


def says_a_paper(before: str) -> bool:
    """Whether what stands before a number says that it is one of a paper."""
    return _UP_TO_ITS_NUMBER.search(before) is not None
