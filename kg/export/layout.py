"""Which nodes a view keeps, how large and in which colour they are, and where they stand.

Provinces stand where they lie on the map, what belongs to a province around it, partners and indicators in rows
beside the country: a picture that can be read before any layout is run, the same every time.
"""

from __future__ import annotations

import math
from functools import partial

from kg import terms
from kg.errors import ExportError
from kg.export.labels import Labels, fold
from kg.export.look import ALL_LOOKS, NODE_LOOKS, PALETTE
from kg.export.options import ViewOptions
from kg.export.places import SEATS
from kg.export.spool import Spool

SMALLEST, LARGEST = 6.0, 40.0
_DEGREE = 420.0  # length of one degree of the map: leaves room for a province's projects around it
_MIDDLE = (16.0, 106.5)
_STEP = 26.0  # distance of neighbours in a spiral or column
_GOLDEN = math.pi * (3 - math.sqrt(5))
_EAST, _SOUTH, _WHOLE = 111.0, 8.0, (17.5, 110.0)
_TIES = """SELECT source AS a, target AS b FROM link
    UNION SELECT source, target FROM fact WHERE target IS NOT NULL"""


def arrange(spool: Spool, labels: Labels, options: ViewOptions) -> None:
    """Drop what the options leave out, then fill in degree, size, colour, place and number of every node."""
    _indexes(spool)
    _keep_types(spool, options)
    if options.around:
        _keep_around(spool, options.around, options.hops)
    if options.top:
        spool.run(
            "DELETE FROM node WHERE id NOT IN (SELECT id FROM node ORDER BY claims DESC, id LIMIT ?)", (options.top,)
        )
    _count_degrees(spool)
    _amounts(spool, labels, options.size_by)
    _sizes(spool)
    _colours(spool, options)
    _places(spool)
    spool.run("""UPDATE node SET number = ranked.rank FROM (
        SELECT id, row_number() OVER (ORDER BY claims DESC, id) - 1 AS rank FROM node) AS ranked
        WHERE ranked.id = node.id""")
    spool.run("CREATE INDEX node_number ON node (number)")


def _indexes(spool: Spool) -> None:
    spool.run("CREATE INDEX fact_ends ON fact (source, target, finish)")
    spool.run("CREATE INDEX fact_target ON fact (target)")
    spool.run("CREATE INDEX link_target ON link (target)")
    spool.run("CREATE INDEX claim_fact ON claim (fact)")


def _keep_types(spool: Spool, options: ViewOptions) -> None:
    dropped = [name for name in NODE_LOOKS if name not in options.types]
    spool.run(f"DELETE FROM node WHERE type IN ({','.join('?' * len(dropped))})", dropped)


def _keep_around(spool: Spool, name: str, hops: int) -> None:
    """Keep the nodes within some steps of the one that the name or code means."""
    wanted = fold(name)
    rows = spool.rows("SELECT id, label, code, claims FROM node UNION ALL SELECT node, name, NULL, 0 FROM alias")
    matches: dict[str, int] = {}
    near: set[str] = set()
    for node, label, code, claims in rows:
        if name in (node, code) or fold(label) == wanted:
            matches[node] = max(claims, matches.get(node, 0))
        elif wanted in fold(label):
            near.add(label)
    if not matches:
        hint = f"; near it: {', '.join(sorted(near)[:5])}" if near else ""
        raise ExportError(f'the view has nothing called "{name}"{hint}')
    spool.run("CREATE TABLE kept (id TEXT PRIMARY KEY) WITHOUT ROWID")
    spool.run("INSERT INTO kept VALUES (?)", (max(sorted(matches), key=lambda node: matches[node]),))
    for _ in range(max(hops, 0)):
        spool.run(f"""INSERT OR IGNORE INTO kept
            SELECT b FROM ({_TIES}) WHERE a IN kept AND b IN (SELECT id FROM node)
            UNION SELECT a FROM ({_TIES}) WHERE b IN kept AND a IN (SELECT id FROM node)""")
    spool.run("DELETE FROM node WHERE id NOT IN kept")


def _count_degrees(spool: Spool) -> None:
    spool.run(f"""UPDATE node SET degree = counted.n FROM (
        SELECT end AS id, count(*) AS n FROM (
          SELECT a AS end FROM ({_TIES}) WHERE a IN (SELECT id FROM node) AND b IN (SELECT id FROM node)
          UNION ALL SELECT b FROM ({_TIES}) WHERE a IN (SELECT id FROM node) AND b IN (SELECT id FROM node)
        ) GROUP BY end) AS counted WHERE counted.id = node.id""")


def _amounts(spool: Spool, labels: Labels, size_by: str) -> None:
    """What nodes are sized by: how often they are spoken of, their edges, or their newest figure of one kind."""
    if size_by in ("facts", "degree"):
        spool.run(f"UPDATE node SET amount = {'claims' if size_by == 'facts' else 'degree'}")
        return
    code = size_by
    if not spool.one("SELECT 1 FROM fact WHERE code = ?", (code,)):
        code = terms.indicator_of(labels.find(terms.INDICATOR, size_by))
    chosen = "code = ? AND measure = 'level'"
    unit = spool.one(
        f"SELECT unit FROM fact WHERE {chosen} GROUP BY unit ORDER BY count(*) DESC, unit LIMIT 1", (code,)
    )
    # The total before its parts, the newest before the older, and no sum of things that may overlap.
    spool.run(
        f"""UPDATE node SET amount = best.value FROM (
          SELECT source, CAST(value AS REAL) AS value, row_number() OVER (
            PARTITION BY source ORDER BY (detail IS NULL) DESC, finish DESC, key) AS place
          FROM fact WHERE {chosen} AND unit = ?) AS best WHERE best.source = node.id AND best.place = 1""",
        (code, unit),
    )


def _sizes(spool: Spool) -> None:
    """Areas of discs in proportion to the amounts."""
    largest = spool.one("SELECT max(amount) FROM node WHERE amount > 0") or 1.0
    for node, amount in list(spool.rows("SELECT id, amount FROM node")):
        share = math.sqrt(max(amount or 0.0, 0.0) / largest)
        spool.put("UPDATE node SET size = ? WHERE id = ?", (round(SMALLEST + (LARGEST - SMALLEST) * share, 1), node))
    spool.flush()


def _colours(spool: Spool, options: ViewOptions) -> None:
    for name, look in ALL_LOOKS.items():
        spool.run("UPDATE node SET colour = ? WHERE type = ?", (look.colour, name))
    if options.colour_by == "area":
        homes = spool.rows("""SELECT place, sum(claims) AS n FROM (
            SELECT claims, coalesce(home, CASE type WHEN 'area' THEN code END) AS place FROM node)
            WHERE place IS NOT NULL GROUP BY place ORDER BY n DESC, place""")
        colours: dict[str, str] = {}
        for place, _ in list(homes):
            colour = colours.setdefault(place.partition("/")[0], PALETTE[len(colours) % len(PALETTE)])
            spool.run("UPDATE node SET colour = ? WHERE coalesce(home, code) = ?", (colour, place))


def _places(spool: Spool) -> None:
    # Nodes of one province are numbered from its most spoken-of, and so are indicators, partners and the homeless.
    rows = spool.rows("""SELECT id, type, subtype, place, seat, row_number() OVER (PARTITION BY crowd, seat
          ORDER BY claims DESC, id) AS rank FROM (
        SELECT id, type, subtype, claims, coalesce(home, code) AS place,
          type = 'area' AND subtype <> 'district' AS seat,
          CASE WHEN type = 'indicator' THEN type
            WHEN home IS NULL AND type <> 'area' THEN '-'
            WHEN subtype = 'district' THEN substr(code, 1, instr(code, '/') - 1)
            WHEN type = 'area' THEN subtype IN ('partner', 'country', 'bloc') AND code <> 'VN'
            ELSE substr(home, 1, instr(home || '/', '/') - 1) END AS crowd FROM node)""")
    spread = partial(spool.put, "UPDATE node SET x = ?, y = ? WHERE id = ?")
    for node, kind, subtype, place, seat, rank in list(rows):
        x, y = _place(kind, subtype, place or "", bool(seat), rank)
        spread((round(x, 1), round(y, 1), node))
    spool.flush()


def _place(kind: str, subtype: str | None, place: str, seat: bool, rank: int) -> tuple[float, float]:
    if kind == "indicator":
        return on_map(_MIDDLE[0] + 6, _EAST + 3, 0.0, -_STEP * 2.2 * (rank - 1))
    province = place.partition("/")[0]
    where = SEATS.get(province)
    if where and seat:
        return on_map(*where)
    if where:
        return on_map(*where, *_spiral(rank))
    if place == "VN":  # the whole country stands in the sea beside itself
        return on_map(*_WHOLE, *((0.0, 0.0) if seat else _spiral(rank)))
    if kind == "area" and subtype in ("partner", "country", "bloc"):
        return on_map(_MIDDLE[0] + 6, 100.0, 0.0, -_STEP * 2.2 * (rank - 1))
    return on_map(_SOUTH, _MIDDLE[1], *_spiral(rank))


def on_map(north: float, east: float, dx: float = 0.0, dy: float = 0.0) -> tuple[float, float]:
    """Degrees as the units of a picture, y upwards, with a step aside."""
    return (east - _MIDDLE[1]) * _DEGREE + dx, (north - _MIDDLE[0]) * _DEGREE + dy


def _spiral(rank: int) -> tuple[float, float]:
    radius = _STEP * (1.2 + math.sqrt(rank))
    return radius * math.cos(_GOLDEN * rank), radius * math.sin(_GOLDEN * rank)
