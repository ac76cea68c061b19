"""Pictures for reports, without a browser: one indicator over time, or the network around one place or project.

``--indicator X [--area Y]`` draws the first, ``--around NAME`` the second; both as SVG or PNG by matplotlib
(the extra ``figures``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError
from kg.export.look import PALETTE, STATUS_COLOURS
from kg.export.options import ViewOptions, view_options
from kg.export.radial import draw_network
from kg.export.view import View, open_view
from kg.export.words import SCALES, STATUSES, Language, period_grain, say_number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from kg.store import Store

_MARKS = {"actual": "o", "estimate": "o", "target": "D", "forecast": "s"}
_MOST_LINES = 6
_WORDS: dict[str, dict[Language, str]] = {
    "year": {"vi": "cả năm", "en": "whole years"},
    "quarter": {"vi": "theo quý", "en": "by quarter"},
    "month": {"vi": "theo tháng", "en": "by month"},
    "stock": {"vi": "tại thời điểm", "en": "as of a date"},
    "span": {"vi": "giai đoạn nhiều năm", "en": "spans of years"},
    "months": {"vi": "tháng {0}-{1}", "en": "months {0}-{1}"},
    "level": {"vi": "", "en": ""},
    "growth": {"vi": "tăng trưởng", "en": "growth"},
    "share": {"vi": "tỷ trọng", "en": "share"},
    "completion": {"vi": "so với kế hoạch", "en": "of plan"},
    "change": {"vi": "mức tăng giảm", "en": "change"},
    "rest": {"vi": "không vẽ {0} số liệu đo cách khác", "en": "{0} figures measured otherwise are not drawn"},
    "source": {"vi": "Nguồn: {0} văn bản", "en": "Source: {0} documents"},
}


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series: where it stands in time, its value and bounds, its status and how it reads."""

    area: str
    day: date
    value: float
    value_max: float | None
    status: str
    text: str


def write_svg(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """One picture as SVG; its text stays text."""
    _write(store, path, options, "svg")


def write_png(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """One picture as PNG, 150 dots an inch."""
    _write(store, path, options, "png")


def _write(store: Store, path: Path, options: Mapping[str, Any], kind: str) -> None:
    chosen = view_options(options)
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise ExportError("pictures need matplotlib: install the extra, pip install 'vnkg[figures]'") from error
    # Text as text, and no random ids or dates: the same graph gives the same bytes.
    settings: Any = {"svg.fonttype": "none", "svg.hashsalt": "kg", "font.family": "DejaVu Sans"}
    with matplotlib.rc_context(settings):
        figure = Figure(figsize=(9, 5.2), dpi=150, layout="constrained")
        if chosen.around:
            with open_view(store, _around(chosen)) as view:
                draw_network(figure, view, chosen.around)
        elif chosen.indicators:
            with open_view(store, chosen) as view:
                draw_indicator(figure, view)
        else:
            raise ExportError("a picture shows one thing: give --indicator NAME (and --area), or --around NAME")
        figure.savefig(path, format=kind, metadata={"Date": None} if kind == "svg" else {"Software": "kg"})


def _around(options: ViewOptions) -> ViewOptions:
    """A network without the documents, which would tie everything to everything, unless they were asked for."""
    return options if options.only else replace(options, without=(*options.without, "documents"))


def draw_indicator(figure: Figure, view: View) -> None:
    """The figures of the view's indicator over time; results, estimates, targets and forecasts told apart.

    Only figures that share measure, unit, kind of period and part of the whole are drawn: those that most places
    and years have. Raises ExportError where the view has none.
    """
    language = view.options.language
    rows = list(
        view.spool.rows("""SELECT fact.label, a.label, measure, unit, moment, detail, finish, value, value_max, status,
            text FROM fact JOIN node a ON a.id = source WHERE kind = 'observation' AND finish IS NOT NULL
            ORDER BY key""")
    )
    kinds = Counter((row[2], row[3], period_grain(row[4]), row[5]) for row in rows)
    if not kinds:
        raise ExportError("no figure with a date matches: leave out some of --area, --from-year, --to-year, --status")
    best = max(
        kinds,
        key=lambda kind: (kind[0] == "level", kind[3] is None, kinds[kind] + 3 * (kind[2] == "year"), str(kind)),
    )
    drawn = [row for row in rows if (row[2], row[3], period_grain(row[4]), row[5]) == best]
    points = [
        Point(row[1], _day(row[6], best[2]), float(row[7]), float(row[8]) if row[8] else None, row[9], row[10])
        for row in drawn
    ]
    axes = figure.add_subplot()
    label = rows[0][0] if best[3] is None else f"{rows[0][0]}, {best[3]}"
    scale, unit = _scaled(points, view.labels.unit(best[1], language), language)
    _plot(axes, points, scale, language)
    areas = Counter(point.area for point in points)
    axes.set_title(label if len(areas) > 1 else f"{label}: {next(iter(areas))}", loc="left", fontweight="bold")
    axes.set_ylabel(unit)
    documents = view.spool.one("SELECT count(DISTINCT doc) FROM claim JOIN fact ON fact.key = claim.fact")
    notes = [_kind(best[0], best[2], language), _WORDS["source"][language].format(documents)]
    if len(rows) > len(drawn):
        notes.append(_WORDS["rest"][language].format(len(rows) - len(drawn)))
    axes.annotate(
        "; ".join(filter(None, notes)), (0, -0.13), xycoords="axes fraction", fontsize=8, color="#616e7c", va="top"
    )


def _day(finish: str, grain: str) -> date:
    """Where a figure stands on the axis: the last day of its time, but a year where its number is written."""
    day = date.fromisoformat(finish)
    return day.replace(month=1, day=1) if grain in ("year", "span") else day


# Matplotlib takes dates on its axes, which its types do not say: axes are Any here.
def _plot(axes: Any, points: list[Point], scale: float, language: Language) -> None:
    areas = [area for area, _ in Counter(point.area for point in points).most_common(_MOST_LINES)]
    several = len(areas) > 1
    for number, area in enumerate(areas):
        mine = sorted((point for point in points if point.area == area), key=lambda point: (point.day, point.status))
        for status, marker in _MARKS.items():
            row = [point for point in mine if point.status == status]
            if not row:
                continue
            colour = PALETTE[number] if several else STATUS_COLOURS[status]
            said = f"{area}, {STATUSES[language][status]}" if several else STATUSES[language][status]
            axes.plot(
                [point.day for point in row], [point.value / scale for point in row],
                marker=marker, label=said, color=colour, linestyle="-" if status == "actual" else "--", linewidth=1.6,
                markersize=7, markerfacecolor=colour if status != "estimate" else "white",
            )  # fmt: skip
            for point in row:
                if point.value_max is not None:
                    ends = [point.value / scale, point.value_max / scale]
                    axes.plot([point.day, point.day], ends, color=colour, linewidth=4, alpha=0.35)
    if len(points) <= 24:
        for point in points:
            axes.annotate(
                say_number(_short(point.value / scale), language), (point.day, point.value / scale),
                textcoords="offset points", xytext=(0, 8), ha="center", fontsize=8, color="#3e4c59",
            )  # fmt: skip
    _axes(axes, points, language)


def _axes(axes: Any, points: list[Point], language: Language) -> None:
    days = [point.day for point in points]
    margin = max(timedelta(days=200), (max(days) - min(days)) * 0.06)
    axes.set_xlim(min(days) - margin, max(days) + margin)
    low, high = axes.get_ylim()
    if low > 0 and min(point.value for point in points) >= 0:
        axes.set_ylim(0, high * 1.05)
    axes.yaxis.set_major_formatter(lambda value, _: say_number(_short(value), language))
    if all(day.timetuple().tm_yday == 1 for day in days):
        axes.set_xticks(sorted(set(days)), [f"{day.year}" for day in sorted(set(days))])
    axes.grid(axis="y", color="#eef0f2")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, fontsize=8, loc="best")


def _scaled(points: list[Point], unit: str, language: Language) -> tuple[float, str]:
    """What the axis counts in: the largest scale word that all but the smallest values reach."""
    largest = max(abs(point.value) for point in points)
    for scale, word in SCALES[language]:
        if largest >= float(scale):
            return float(scale), f"{word} {unit}"
    return 1.0, unit


def _kind(measure: str, grain: str, language: Language) -> str:
    if grain.startswith("months-"):
        _, first, last = grain.split("-")
        said = _WORDS["months"][language].format(int(first), int(last))
    else:
        said = _WORDS.get(grain, {}).get(language, "")
    return ", ".join(filter(None, (_WORDS.get(measure, {}).get(language, ""), said)))


def _short(value: float) -> Any:
    from decimal import Decimal

    return Decimal(f"{value:.4g}")
