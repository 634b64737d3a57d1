"""What all our pictures share: a sheet measured in inches, type that phones can show, and colours.

Pictures are drawn for a phone held upright: ``WIDTH`` inches wide, type in points, and as high as the content takes.
The resolution follows from the height, since messengers shrink a picture that is longer than ``LONGEST_SIDE`` pixels.
"""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from io import BytesIO

from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from matplotlib.patches import FancyBboxPatch, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.textpath import TextToPath

WIDTH = 5.4
MARGIN = 0.25
LONGEST_SIDE = 1600
DPI = 220
POINTS = 72
LINE_SPACING = 1.28

KEPT_TOGETHER = re.compile(r"(№|\b[А-ЯЁ]\.|\b[пгс]\.) (?=\S)")
"""What a line must not end with: a number sign, an initial, a short word for a place."""

INK = "#22313F"
FAINT = "#66757F"
GRID = "#DCE3E8"
BAND = "#EEF2F5"
PAPER = "#FFFFFF"
BLUE = "#3F7CAC"
GREEN = "#5B9A6F"
AMBER = "#D9983A"
RED = "#C2534D"
GREY = "#A9B4BC"


HALO = [withStroke(linewidth=2.5, foreground=PAPER)]

Point = tuple[float, float]


class Picture:
    """A sheet of paper with its origin in the upper left corner; all lengths in inches, type in points."""

    def __init__(self, width: float = WIDTH) -> None:
        self.width = width
        self.figure = Figure(facecolor=PAPER)
        FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.axis("off")
        self.cut(width)

    def cut(self, height: float) -> None:
        """Give the sheet its height, which is known when everything stands on it."""
        self.height = height
        self.dpi = int(min(DPI, LONGEST_SIDE / max(self.width, height)))
        self.figure.set_dpi(self.dpi)
        self.figure.set_size_inches(self.width, height)
        self.axes.set_xlim(0, self.width)
        self.axes.set_ylim(height, 0)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: str = INK,
        align: str = "left",
        halo: bool = False,
    ) -> None:
        """Write one line whose upper edge is at ``y``; a ``halo`` keeps it readable over lines."""
        baseline = y + size * 0.95 / POINTS
        self.axes.text(
            x,
            baseline,
            printable(text),
            size=size,
            weight="bold" if bold else "normal",
            color=colour,
            ha=align,
            va="baseline",
            family="DejaVu Sans",
            parse_math=False,
            path_effects=HALO if halo else None,
        )

    def write_lines(
        self,
        x: float,
        y: float,
        lines: list[str],
        size: float,
        *,
        bold: bool = False,
        colour: str = INK,
        align: str = "left",
        halo: bool = False,
    ) -> float:
        """Write lines one below the other; returns where the next thing may begin."""
        for number, line in enumerate(lines):
            below = y + number * line_height(size)
            self.write(x, below, line, size, bold=bold, colour=colour, align=align, halo=halo)
        return y + len(lines) * line_height(size)

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A bar with softly rounded ends."""
        rounding = min(height, width) / 3
        shape = FancyBboxPatch(
            (x + rounding, y + rounding),
            max(width - 2 * rounding, 0.001),
            max(height - 2 * rounding, 0.001),
            boxstyle=f"round,pad={rounding}",
            facecolor=colour,
            edgecolor="none",
        )
        self.axes.add_patch(shape)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A rectangle with plain corners."""
        self.axes.add_patch(Rectangle((x, y), width, height, facecolor=colour, edgecolor="none"))

    def line(self, start: Point, end: Point, colour: str, width: float, *, dashed: bool = False) -> None:
        """A line behind everything else; its width in points."""
        style = (0, (3, 2)) if dashed else "solid"
        (x1, y1), (x2, y2) = start, end
        self.axes.plot([x1, x2], [y1, y2], color=colour, linewidth=width, linestyle=style, zorder=0)

    def png(self) -> bytes:
        buffer = BytesIO()
        self.figure.savefig(buffer, format="png", dpi=self.dpi, metadata={"Software": None})
        return buffer.getvalue()


def line_height(size: float) -> float:
    """Height of one line of type of ``size`` points, in inches."""
    return size * LINE_SPACING / POINTS


@cache
def typeface(bold: bool = False) -> font_manager.FontProperties:
    """DejaVu Sans, which matplotlib brings along: it has Cyrillic wherever the bot runs."""
    return font_manager.FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")


@cache
def glyphs() -> frozenset[int]:
    """Code points that the typeface can show."""
    return frozenset(FT2Font(font_manager.findfont(typeface())).get_charmap())


def printable(text: str) -> str:
    """The text without what the typeface has no picture for (colour emoji), on one line."""
    return " ".join("".join(each if ord(each) in glyphs() else " " for each in text).split())


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width of a line of text in inches."""
    font = typeface(bold).copy()
    font.set_size(size)
    width, _, _ = TextToPath().get_text_width_height_descent(text, font, ismath=False)
    return float(width) / POINTS


def wrapped(text: str, width: float, size: float, *, bold: bool = False, most: int = 0) -> list[str]:
    """The text in lines of at most ``width`` inches; what goes beyond ``most`` lines is cut with an ellipsis."""
    lines = [""]
    for word in KEPT_TOGETHER.sub("\\1\N{NO-BREAK SPACE}", printable(text)).split(" "):
        for piece in _pieces(word, width, size, bold):
            longer = f"{lines[-1]} {piece}".strip()
            if text_width(longer, size, bold) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _cut(" ".join(lines[most - 1 : most + 1]), width, size, bold)]
    return lines if lines[0] or len(lines) == 1 else lines[1:]


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word, or the parts of one that is wider than a line."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size, bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(line: str, width: float, size: float, bold: bool) -> str:
    fitting = bisect_right(range(1, len(line)), width, key=lambda end: text_width(f"{line[:end]}…", size, bold))
    return f"{line[: max(fitting, 1)].rstrip(' .,:;–—-')}…"
