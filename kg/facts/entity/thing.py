"""The thing that figures are about: its name, kind, owner and place, and the stretch of text that is about it."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from kg.mentions.heads import EntityType
from kg.text.normalise import fold, fold_pattern


@dataclass(slots=True, unsafe_hash=True)  # nothing changes one: to have that checked makes each six times as slow
class Subject:
    """The thing that a stretch of text is about, with its owner and place.

    ``start`` and ``end`` bound its name; ``scope`` is where the stretch about it ends (0: not known).
    """

    name: str
    kind: EntityType
    start: int
    end: int
    owner: str | None = None
    owners: tuple[str, ...] = ()
    area: str | None = None
    line: int = 0
    scope: int = 0
    planned: bool | None = None
    proper: bool = True
    carried: bool = False
    opened: int = 0

    @property
    def begins(self) -> int:
        """Where the numbers about it may begin: behind its name, or behind the colon of its item."""
        return max(self.end, self.opened)


@dataclass(frozen=True, slots=True)
class Found:
    """An attribute, and the unit where the text completes it behind what was made ("tấn thép/năm")."""

    name: str
    unit: str | None


# What people travel by or stay in: its capacity is told in guests or passengers.
_CARRIES = regex.compile(
    fold_pattern(
        r"(?:sân bay|cảng|bến|nhà ga|ga|cảng hàng không|tuyến|đường sắt|metro|trung tâm|khu du lịch|khu nghỉ dưỡng"
        r"|cáp treo)(?![\p{L}])"
    )
)
# What belongs to a larger thing and stands where that one does.
_PART = regex.compile(
    fold_pattern(r"(?:nhà ga|đường băng|đường cất hạ cánh|sân đỗ|sân golf|hầm chui|cầu vượt)(?![\p{L}])")
)


def carries(thing: Subject) -> bool:
    """Whether people are what a thing serves."""
    return thing.kind == "project" and _CARRIES.match(fold(thing.name)) is not None


def is_part(thing: Subject) -> bool:
    """Whether a thing is part of a larger one."""
    return _PART.match(fold(thing.name)) is not None


Turn = tuple[int, Subject | None]


_CALLED = regex.compile(r"^(?:[Dd]ự án|DA)\s+(?!tại )")


def strip(name: str) -> str:
    """A name without a leading "Dự án" or "xây dựng", and without closing marks."""
    return _WORKED.sub("", _CALLED.sub("", name)).strip(" ,.;:-–")


# "dự án xây dựng nhà máy tôn": a plant that is told by what it makes, whether or not it stands yet
_WORKED = regex.compile(r"^(?:đầu tư )?xây dựng (?:mới )?(?=(?:nhà máy|tổ hợp|trang trại|xưởng|cảng)(?!\p{L}))")
_WORK = regex.compile(r"^(?:đầu tư |xây dựng |và )+(?=nhà máy|khu|cảng|kho|trung tâm|tuyến|trạm)")


def key(name: str) -> str:
    """A thing's name as what is told of it is kept under: a zone short or in full, and the works of it, are one."""
    named = _WORK.sub("", name.casefold())
    for long, short in (("khu công nghiệp", "kcn"), ("cụm công nghiệp", "ccn"), ("khu kinh tế", "kkt")):
        named = named.replace(f"{long} ({short})", short).replace(long, short)
    works, _, zone = named.rpartition("hạ tầng ")
    return zone.removeprefix("kỹ thuật ") if works and zone.startswith(("kcn", "ccn", "kkt", "kỹ thuật ")) else named
