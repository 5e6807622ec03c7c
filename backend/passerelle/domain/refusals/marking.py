"""A sentence for the catalogs is marked where it is written, and translated where it leaves the product (``common.errors``)."""


def _(message: str) -> str:
    return message
