"""Make ontology/districts.ttl from the package vietnamadminunits (MIT) and the corrections in ontology/sources.

The package holds the districts as they stood on 30 June 2025, the day before districts were abolished; texts also
name districts that had been merged earlier, which `districts-former.tsv` adds.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from terse import PREFIXES, SOURCES, block, date, header, local, rows, text, texts, write

ABOLISHED = "2025-07-01"
RESPELT = {"Mù Căng Chải": "Mù Cang Chải"}  # as the district's own documents and the press write it
QUERY = "SELECT DISTINCT provinceCode, districtCode, district, districtShort FROM admin_units_legacy ORDER BY 1, 2"
TYPES = {"Huyện": "District", "Quận": "District", "Thị xã": "Town", "Thành phố": "City"}
SHORT_TYPES = {
    "Huyện": ("H.", "H. "),
    "Quận": ("Q.", "Q. "),
    "Thị xã": ("TX ", "TX.", "TX. "),
    "Thành phố": ("TP ", "TP.", "TP. "),
}


@dataclass(frozen=True)
class District:
    """One district; `name` is unique within its province, `bare` is its name without the type word."""

    province: str
    name: str
    bare: str
    kind: str
    gso: str = ""
    until: str = ABOLISHED
    now: str = ""

    @property
    def typed(self) -> str:
        """The name with its type word: Huyện Nam Trà My."""
        return self.bare if self.bare.startswith(self.kind) else f"{self.kind} {self.bare}"


def database() -> Path:
    """The package's data file, found without importing the package (which loads pandas)."""
    spec = find_spec("vietnamadminunits")
    if spec is None or spec.origin is None:
        raise SystemExit("make_districts.py needs the package vietnamadminunits: uv pip install vietnamadminunits")
    return Path(spec.origin).parent / "data" / "dataset.db"


def current() -> list[District]:
    """The districts of the package."""
    provinces = {row["gso_code"]: row["iso_3166_2"] for row in rows("provinces.tsv")}
    with closing(sqlite3.connect(f"file:{database()}?mode=ro", uri=True)) as connection:
        found = connection.execute(QUERY).fetchall()
    result = []
    for province, code, full, short in found:
        kind = next(kind for kind in TYPES if full.lower().startswith(kind.lower()))
        bare, _, twin = short.partition(" (")
        bare = RESPELT.get(bare, bare)
        # Six provinces have a town and a rural district of one name: the rural one keeps the bare name.
        name = f"{kind} {bare}" if twin and kind != "Huyện" else bare
        result.append(District(provinces[province], coded(name), bare, kind, code))
    return result


def coded(name: str) -> str:
    """The name in a district's code, without the type word (FACTS.md, 2): "9" of Quận 9."""
    return name.removeprefix("Quận ") if name.startswith("Quận ") and name[-1].isdigit() else name


def former() -> list[District]:
    """Districts that were merged before 2025."""
    return [
        District(row["province"], coded(row["name"]), row["name"], row["type"], until=row["until"], now=row["now"])
        for row in rows("districts-former.tsv")
    ]


def ascii_name(name: str) -> str:
    """A Vietnamese name without its marks."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def english(district: District) -> str:
    """The English name: Nam Tra My District."""
    name = ascii_name(district.bare)
    numbered = district.bare.startswith("Quận ")
    return name.replace("Quan", "District") if numbered else f"{name} {TYPES[district.kind]}"


def spoken(district: District) -> list[str]:
    """The ways to write a district that carry its type word."""
    kind, bare = district.kind, district.bare
    if bare.startswith("Quận "):
        number = bare.removeprefix("Quận ")
        return [f"quận {number}", f"Q.{number}", f"Q. {number}"]  # not "Q2": that is a quarter
    return [f"{kind.lower()} {bare}", *(prefix + bare for prefix in SHORT_TYPES[kind])]


def unmarked(district: District) -> list[str]:
    """The name as hasty typing has it, without marks: it counts only in a text of the district's own province.

    "Tinh Gia" is none: so begins "Tinh Gia Lai", a province in the same typing.
    """
    plain = ascii_name(district.bare)
    if plain == district.bare or " " not in plain or plain.startswith("Tinh "):
        return []
    typed = ("TP", "TP.", "thành phố") if district.kind == "Thành phố" else ("TX", "TX.", "thị xã")
    towns = [f"{short} {plain}" for short in typed]  # "TP Lang Son": the town, not the province of that name
    return [plain, *(towns if district.kind in ("Thành phố", "Thị xã") else [])]


def quads(district: District, ambiguous: set[str], shown: Counter[str], province: str, extra: list[str]) -> str:
    """The block of one district."""
    name_en = english(district)
    shared, shared_en = shown[district.typed] > 1, shown[name_en] > 1
    bare = [] if district.name != district.bare or district.bare == district.typed else [district.bare]
    unsure = [name for name in [*bare, *extra] if name in ambiguous]
    labels = [*([district.typed] if shared else []), *bare, *extra]
    return block(
        f"<{district.province}/{local(district.name)}>",
        [
            ("a", "kg:District, skos:Concept"),
            ("skos:inScheme", "<../area>"),
            ("skos:notation", text(f"{district.province}/{district.name}")),
            ("kg:gsoCode", text(district.gso) if district.gso else ""),
            (
                "skos:prefLabel",
                [
                    text(f"{district.typed} ({province})" if shared else district.typed, "vi"),
                    text(f"{name_en} ({ascii_name(province)})" if shared_en else name_en, "en"),
                ],
            ),
            ("skos:altLabel", texts((name for name in labels if name not in unsure), "vi")),
            ("skos:hiddenLabel", texts((name for name in spoken(district) if name not in labels), "vi")),
            ("kg:contextLabel", texts([*unsure, *unmarked(district)], "vi")),
            ("kg:ambiguous", "true" if unsure else ""),
            ("skos:broader", f"<{district.province}>"),
            ("kg:validUntil", date(district.until)),
            ("dcterms:isReplacedBy", f"<{district.province}/{local(district.now)}>" if district.now else ""),
        ],
    )


def ambiguous_names(districts: list[District], extra: dict[tuple[str, str], list[str]]) -> set[str]:
    """Bare names that several districts or a province share, or that are common words."""
    counts = Counter(
        name for d in districts for name in {d.bare, *extra.get((d.province, d.name), [])} if d.name == d.bare
    )
    words = (SOURCES / "district-common-words.txt").read_text(encoding="utf-8").splitlines()
    provinces = {row["name_vi"] for row in rows("provinces.tsv")} | {"Hà Tây", "Huế"}
    return {name for name, count in counts.items() if count > 1} | provinces | {w for w in words if w and w[0] != "#"}


def districts() -> str:
    """The whole file."""
    every = current() + former()
    extra = {(r["province"], r["name"]): [n for n in r["labels"].split("|") if n] for r in rows("district-names.tsv")}
    strangers = set(extra) - {(district.province, district.name) for district in every}
    if strangers:
        raise SystemExit(f"ontology/sources/district-names.tsv names unknown districts: {sorted(strangers)}")
    ambiguous = ambiguous_names(every, extra)
    shown = Counter(name for district in every for name in (district.typed, english(district)))
    provinces = {row["iso_3166_2"]: row["name_vi"] for row in rows("provinces.tsv")}
    parts = [quads(d, ambiguous, shown, provinces[d.province], extra.get((d.province, d.name), [])) for d in every]
    about = (
        "The districts of the 63 provinces until 2025-06-30, and those merged earlier that texts still name.\n"
        "kg:contextLabel: the bare name is shared, a common word or typed without its marks; it counts only by a\n"
        "type word or its province.\n"
        "Made by scripts/make_districts.py from the package vietnamadminunits (MIT) and ontology/sources/district*."
    )
    return header(["kg", "dcterms", "skos", "xsd"], PREFIXES["area"], about) + "".join(parts)


if __name__ == "__main__":
    write("districts.ttl", districts())
