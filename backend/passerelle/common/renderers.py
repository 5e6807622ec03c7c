"""JSON of the shapes the API answers with: dataclasses, UUIDs, enums and times straight to bytes."""

from collections.abc import Mapping
from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer


def to_json(data: Any) -> bytes:
    """UTF-8 JSON; times as RFC 3339 in UTC, to the second where there is nothing finer."""
    return orjson.dumps(data, default=str, option=orjson.OPT_UTC_Z)


class JSONRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Mapping[str, Any] | None = None
    ) -> bytes:
        return b"" if data is None else to_json(data)
