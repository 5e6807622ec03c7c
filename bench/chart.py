"""A chart of bars as SVG: plain enough to be read in a diff, in colours that work on light and on dark."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, LABELS, ROW, TOP = 800, 330, 18, 34
WELL, OVER, INK = "#2f8f6b", "#c4553b", "#7a8088"


@dataclass(frozen=True)
class Bar:
    """``share`` is how long it is; ``text`` is written at its end."""

    name: str
    share: float
    text: str


def chart(title: str, bars: Sequence[Bar], *, line: float) -> str:
    """Bars from the top down; what is longer than ``line``, which is drawn, is in another colour."""
    unit = (WIDTH - LABELS - 70) / max([line * 1.1, *(bar.share for bar in bars)])
    height = TOP + ROW * len(bars) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<text x="0" y="16" fill="{INK}" font-size="14">{escape(title)}</text>',
    ]
    for number, bar in enumerate(bars):
        y = TOP + ROW * number
        colour = OVER if bar.share > line else WELL
        name = escape(bar.name.removeprefix("bench/"))
        parts += [
            f'<text x="{LABELS - 8}" y="{y + 12}" fill="{INK}" text-anchor="end">{name}</text>',
            f'<rect x="{LABELS}" y="{y + 2}" width="{bar.share * unit:.1f}" height="{ROW - 5}" fill="{colour}"/>',
            f'<text x="{LABELS + bar.share * unit + 5:.1f}" y="{y + 12}" fill="{INK}">{escape(bar.text)}</text>',
        ]
    at = LABELS + line * unit
    parts.append(f'<line x1="{at:.1f}" y1="{TOP - 6}" x2="{at:.1f}" y2="{height - 6}" stroke="{INK}" stroke-dasharray="4 3"/>')
    parts.append(f'<text x="{at:.1f}" y="{TOP - 9}" fill="{INK}" text-anchor="middle">goal</text>')
    return "\n".join([*parts, "</svg>", ""])
