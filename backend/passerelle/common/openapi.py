"""What the OpenAPI document has to say of every input, and drf-spectacular cannot know."""

from collections.abc import Iterator
from typing import Any

from passerelle.common.inputs import CLOCK


def describe_clocks(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """The hour on the wall has no offset, which JSON Schema's *time* must have."""
    for shape in _shapes(result["components"]["schemas"]):
        if shape.get("format") == "time":
            del shape["format"]
            shape["pattern"] = CLOCK
    return result


def close_inputs(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """A field nobody knows is refused (``common.inputs``): no body takes more than what is described."""
    schemas = result["components"]["schemas"]
    for name in _of_bodies(result["paths"], schemas):
        if "properties" in schemas[name]:
            schemas[name]["additionalProperties"] = False
    return result


def _of_bodies(paths: dict[str, Any], schemas: dict[str, Any]) -> set[str]:
    """The names of the schemas of bodies, and of all that is within them."""
    found: set[str] = set()
    waiting = {name for path in paths.values() for operation in path.values() for name in _named(operation.get("requestBody"))}
    while waiting:
        found |= waiting
        waiting = {inner for name in waiting for inner in _named(schemas[name])} - found
    return found


def _named(shape: Any) -> Iterator[str]:
    """The schemas that ``shape`` refers to."""
    for inner in _shapes(shape):
        if isinstance(inner.get("$ref"), str):
            yield inner["$ref"].rpartition("/")[2]


def _shapes(shape: Any) -> Iterator[dict[str, Any]]:
    """``shape`` and every one within it."""
    if isinstance(shape, dict):
        yield shape
    inner = shape.values() if isinstance(shape, dict) else shape if isinstance(shape, list) else ()
    for one in inner:
        yield from _shapes(one)
