"""What the OpenAPI document has to say of every input, and drf-spectacular cannot know."""

from collections.abc import Iterator
from typing import Any


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
    if isinstance(shape, dict) and isinstance(shape.get("$ref"), str):
        yield shape["$ref"].rpartition("/")[2]
    inner = shape.values() if isinstance(shape, dict) else shape if isinstance(shape, list) else ()
    for one in inner:
        yield from _named(one)
