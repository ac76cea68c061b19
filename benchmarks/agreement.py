"""When one field of a gold row and of a row that was read say the same.

Names are compared by their words without the generic ones ("công ty", "nhà máy"), periods by the months
that they span, numbers within a millionth.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]
Month = tuple[int | str, int]
Span = tuple[str, Month | None, Month | None]

NAMES = frozenset(("entity", "owner", "sector", "product", "partner", "role", "org", "issuer", "policy_type", "person"))
GENERIC = frozenset(
    "dự án nhà máy công ty tnhh cp cổ phần ctcp tập đoàn ngành lĩnh vực sản phẩm xuất các loại khu cụm nghiệp "
    "kcn ccn kkt tỉnh ubnd và hàng mặt đầu tư".split()
)
ENOUGH = 0.6  # of the shorter name's words must be in the other
CLOSE = 1e-6

_PART = re.compile(r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-(?P<month>\d{2})(?:-\d{2})?)?")


def same(name: str, gold: Row, read: Row) -> bool:
    """Whether the field ``name`` of both rows agrees, or the gold row does not ask for it."""
    optional = gold.get("optional")
    if isinstance(optional, list) and name in optional:
        return True
    wanted, given = gold.get(name), read.get(name)
    if name in NAMES:
        return same_name(wanted, given)
    if name in ("value", "value_max"):
        return same_number(wanted, given)
    if name == "period":
        return same_period(wanted, given)
    if name == "base":
        return (wanted or "yoy") == (given or "yoy") or same_period(wanted, given)
    if name == "area":
        return same_area(wanted, given)
    if name == "number":
        return _letters(wanted) == _letters(given)
    return bool(wanted == given)


def same_name(wanted: str | None, given: str | None) -> bool:
    """Whether two names share enough of their telling words."""
    if wanted is None or given is None:
        return wanted is given
    first, second = words(wanted), words(given)
    if first == second:
        return True
    if first - GENERIC and second - GENERIC:
        first, second = first - GENERIC, second - GENERIC
    common = len(first & second)
    return common > 0 and common / min(len(first), len(second)) >= ENOUGH


def same_number(wanted: float | None, given: float | None) -> bool:
    """Whether two amounts are equal but for rounding in the last digits."""
    if wanted is None or given is None:
        return wanted is given
    return abs(float(wanted) - float(given)) <= CLOSE * max(1.0, abs(float(wanted)))


def same_area(wanted: str | None, given: str | None) -> bool:
    """Whether two areas are one: codes letter by letter, names below or beside them by their words."""
    if wanted and given and re.search("[/:]", wanted):
        return re.split("[/:]", wanted)[0] == re.split("[/:]", given)[0] and words(wanted) == words(given)
    return wanted == given


def same_period(wanted: str | None, given: str | None) -> bool:
    """Whether two periods span the same months; "up to now" (``@``) meets any date of a stock, or none."""
    first, second = span(wanted), span(given)
    if first == ("@", None, None):
        return second is None or second[0] == "@"
    return first == second


def span(period: str | None) -> Span | None:
    """A period as (``@`` or ``-``, first month, last month); of a stock only the last month counts."""
    if not period:
        return None
    kind, text = ("@", period.lstrip("@")) if period.startswith("@") else ("-", period)
    if not text:
        return kind, None, None
    parts = text.split("/", 1)
    first, last = _months(parts[0])[0], _months(parts[-1] or parts[0])[1]
    return kind, last if kind == "@" else first, last


def words(text: str) -> set[str]:
    """The words of a name, in one case and one Unicode form."""
    return set(re.findall(r"\w+", unicodedata.normalize("NFC", str(text)).casefold()))


def _months(part: str) -> tuple[Month, Month]:
    """First and last month of a year, quarter, month or day; of another wording, the wording itself."""
    match = _PART.fullmatch(part)
    if match is None:
        return (part, 0), (part, 0)
    year = int(match["year"])
    if match["quarter"]:
        last = 3 * int(match["quarter"])
        return (year, last - 2), (year, last)
    if match["month"]:
        return (year, int(match["month"])), (year, int(match["month"]))
    return (year, 1), (year, 12)


def _letters(number: str | None) -> str:
    return re.sub(r"\s", "", str(number)).casefold()
