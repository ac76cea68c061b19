"""Make ontology/areas.ttl (country, regions, the 63 provinces, those made on 2025-07-01) from ontology/sources."""

from __future__ import annotations

from collections.abc import Iterator

from terse import PREFIXES, block, date, header, local, rows, text, texts, write

MERGED = "2025-07-01"
# Abbreviations that mean something else as often as the province ("HP" is also horsepower): never labels.
NOT_LABELS = {"HN", "HP", "ĐN", "TTH"}
# A president, an army and an academy carry this name: only the forms with a type word or "Sài Gòn" name the city.
BARE_IS_A_PERSON = {"Hồ Chí Minh", "Ho Chi Minh"}
ENGLISH = {"Ha Noi": "Hanoi", "Ho Chi Minh": "Ho Chi Minh City", "Hai Phong": "Hai Phong City"}
PROVINCE = "a", "kg:Province, skos:Concept"
SCHEME = "skos:inScheme", "<../area>"

Row = dict[str, str]


def region_iri(name: str) -> str:
    """The IRI of a region, relative to the base of areas."""
    return f"<region/{local(name)}>"


def successor_iri(row: Row, unchanged: dict[str, str]) -> str:
    """The IRI of the province that a row belongs to since 2025-07-01 (itself, where nothing changed)."""
    code = unchanged.get(row["gso_code"])
    return f"<{code}>" if code else f"<2025/{row['successor_gso']}>"


def scheme() -> str:
    """The concept scheme of all areas."""
    return block(
        "<../area>",
        [
            ("a", "skos:ConceptScheme"),
            ("skos:prefLabel", [text("Địa bàn", "vi"), text("Areas", "en")]),
            (
                "rdfs:comment",
                [
                    text("Quốc gia, vùng, tỉnh, huyện, nước ngoài và khối nước mà số liệu nói đến.", "vi"),
                    text("The countries, regions, provinces, districts and blocs that figures are about.", "en"),
                ],
            ),
            ("kg:caseSensitive", "true"),
            ("skos:hasTopConcept", "area:VN"),
        ],
    )


def country() -> str:
    """Viet Nam, with the words by which texts mean the whole country."""
    return block(
        "area:VN",
        [
            ("a", "kg:Country, skos:Concept"),
            SCHEME,
            ("skos:notation", text("VN")),
            ("skos:prefLabel", [text("Việt Nam", "vi"), text("Viet Nam", "en")]),
            ("skos:altLabel", [*texts(["cả nước", "toàn quốc", "nước ta", "Vietnam"], "vi"), text("Vietnam", "en")]),
            ("skos:hiddenLabel", texts(["ViệtNam", "Viêt Nam", "Việt nam", "trong cả nước", "của cả nước"], "vi")),
            ("kg:contextLabel", text("VN", "vi")),
            ("skos:topConceptOf", "<../area>"),
            ("skos:exactMatch", ["wd:Q881", "gn:1562822\\/"]),
        ],
    )


def regions(official: set[str]) -> Iterator[str]:
    """The six regions that provinces belong to, and the looser ones that texts speak of."""
    for row in rows("regions.tsv"):
        kind = "kg:Region" if row["name"] in official else "kg:LooseRegion"
        yield block(
            region_iri(row["name"]),
            [
                ("a", f"{kind}, skos:Concept"),
                SCHEME,
                ("skos:notation", text("region:" + row["name"])),
                ("skos:prefLabel", [text(row["name"], "vi"), text(row["name_en"], "en")]),
                ("skos:altLabel", texts(row["alt_labels"].split("|"), "vi")),
                ("skos:broader", "area:VN"),
                ("kg:covers", [f"<{code}>" for code in row["covers"].split()]),
            ],
        )


def names(row: Row) -> list[str]:
    """Every way to write a province, without the name itself."""
    kind, _, _ = row["official_name_vi"].partition(" (")
    typed = kind[0].lower() + kind[1:]
    short = [row["name_vi"], kind, typed, *row["variants"].split("|")]
    if row["iso_3166_2"] == "VN-26":
        short += ["Huế", "tỉnh Thừa Thiên Huế", "Thừa Thiên–Huế"]
    if row["iso_3166_2"] == "VN-43":
        short += ["tỉnh BR-VT"]
    if kind.startswith("Thành phố"):
        short += [f"{prefix}{row['name_vi']}" for prefix in ("thành phố ", "TP ", "TP. ", "TP.", "Tp ", "Tp. ", "Tp.")]
    return [name for name in dict.fromkeys(short) if name not in NOT_LABELS | BARE_IS_A_PERSON]


def labels(row: Row, suffix_vi: str = "", suffix_en: str = "", landmarks: str = "") -> list[tuple[str, list[str]]]:
    """The label predicates of a province; a suffix tells the new province from the old one of that name."""
    shown = "Thành phố Hồ Chí Minh" if row["iso_3166_2"] == "VN-SG" else row["name_vi"]
    english = ENGLISH.get(row["name_ascii"], row["name_ascii"])
    others = [name for name in names(row) if suffix_vi or name != shown]
    alt = [name for name in others if any(ord(letter) > 127 for letter in name)]
    hidden = [name for name in others if name not in alt]
    return [
        ("skos:prefLabel", [text(shown + suffix_vi, "vi"), text(english + suffix_en, "en")]),
        ("skos:altLabel", texts(alt, "vi") + ([text(english, "en")] if suffix_en else [])),
        ("skos:hiddenLabel", texts(hidden, "vi")),
        ("kg:contextLabel", texts([*(BARE_IS_A_PERSON & {row["name_vi"]}), *filter(None, landmarks.split("|"))], "vi")),
    ]


def links(row: Row) -> list[str]:
    """Wikidata and GeoNames, only where the source is sure of them."""
    wikidata, geonames = row["wikidata_qid"], row["geonames_id"]
    sure = [f"wd:{wikidata}"] if wikidata and not wikidata.endswith("?") else []
    return sure + ([f"gn:{geonames}\\/"] if geonames and not geonames.endswith("?") else [])


def province(row: Row, unchanged: dict[str, str], landmarks: str) -> str:
    """One of the 63 provinces of 2008 to 2025; airports, ports and zones that it alone has tell where a thing is."""
    merged = row["gso_code"] not in unchanged
    return block(
        f"<{row['iso_3166_2']}>",
        [
            PROVINCE,
            SCHEME,
            ("skos:notation", text(row["iso_3166_2"])),
            ("kg:gsoCode", text(row["gso_code"])),
            *labels(row, landmarks=landmarks),
            ("skos:broader", region_iri(row["region_6"])),
            ("skos:exactMatch", links(row)),
            ("kg:validUntil", date(MERGED) if merged else ""),
            ("dcterms:isReplacedBy", successor_iri(row, unchanged) if merged else ""),
        ],
    )


def successor(gso: str, namesake: Row, parts: list[Row], region: str) -> str:
    """One of the 23 provinces that a merger made, with the change that made it."""
    made_of = [f"<{part['iso_3166_2']}>" for part in parts]
    return block(
        f"<2025/{gso}>",
        [
            PROVINCE,
            SCHEME,
            ("skos:notation", text(f"2025/{gso}")),
            ("kg:gsoCode", text(gso)),
            *labels(namesake, " (từ 01/7/2025)", " (since 1 July 2025)"),
            ("skos:broader", region_iri(region)),
            ("kg:validFrom", date(MERGED)),
            ("kg:madeOf", made_of),
        ],
    ) + block(
        f"<change/2025/{gso}>",
        [
            ("a", "kg:AreaChange"),
            ("rdfs:label", text(" + ".join(part["name_vi"] for part in parts) + " → " + namesake["name_vi"], "vi")),
            ("dcterms:date", date(MERGED)),
            ("kg:before", made_of),
            ("kg:after", f"<2025/{gso}>"),
            ("dcterms:references", text("202/2025/QH15")),
        ],
    )


def ha_tay() -> str:
    """The province that Hà Nội took in on 2008-08-01; texts still name it."""
    return block(
        "area:VN-15",
        [
            PROVINCE,
            SCHEME,
            ("skos:notation", text("VN-15")),
            ("skos:prefLabel", [text("Hà Tây", "vi"), text("Ha Tay", "en")]),
            ("skos:altLabel", texts(["tỉnh Hà Tây", "Hà Tây cũ"], "vi")),
            ("skos:broader", region_iri("Đồng bằng sông Hồng")),
            ("kg:validUntil", date("2008-08-01")),
            ("dcterms:isReplacedBy", "area:VN-HN"),
        ],
    )


def collection(name: str, label_vi: str, label_en: str, members: list[str]) -> str:
    """A set of areas that has a name of its own."""
    return block(
        f"<collection/{name}>",
        [
            ("a", "skos:Collection"),
            ("skos:prefLabel", [text(label_vi, "vi"), text(label_en, "en")]),
            ("skos:member", members),
        ],
    )


def areas() -> str:
    """The whole file."""
    provinces = rows("provinces.tsv")
    by_gso = {row["gso_code"]: row for row in provinces}
    unchanged = {row["gso_code"]: row["iso_3166_2"] for row in provinces if row["successor_made_of"] == row["gso_code"]}
    parts = [scheme(), country(), *regions({row["region_6"] for row in provinces})]
    landmarks = {row["iso_3166_2"]: row["landmarks"] for row in rows("landmarks.tsv")}
    parts += [province(row, unchanged, landmarks.get(row["iso_3166_2"], "")) for row in provinces] + [ha_tay()]
    by_name = {row["name_vi"]: row for row in provinces}
    new_regions = {row["gso"]: row["region"] for row in rows("provinces-2025.tsv")}
    merged = {row["successor_gso"]: row for row in provinces if row["gso_code"] not in unchanged}
    for gso in sorted(merged):
        name = merged[gso]["successor_name"].removeprefix("Tỉnh ").removeprefix("Thành phố ")
        made_of = [by_gso[code] for code in merged[gso]["successor_made_of"].split("+")]
        parts.append(successor(gso, by_name[name], made_of, new_regions[gso]))
    before = [f"<{row['iso_3166_2']}>" for row in provinces]
    after = sorted({successor_iri(row, unchanged) for row in provinces})
    parts.append(
        collection("2008", "63 tỉnh, thành phố (2008 - 30/6/2025)", "63 provinces (2008 - 30 June 2025)", before)
    )
    parts.append(collection("2025", "34 tỉnh, thành phố (từ 01/7/2025)", "34 provinces (since 1 July 2025)", after))
    about = (
        "The country, its regions and its provinces: the labels are what texts write.\n"
        "Made by scripts/make_areas.py from ontology/sources/{provinces,provinces-2025,regions,landmarks}.tsv;\n"
        "edit those."
    )
    return header(["kg", "area", "dcterms", "rdfs", "skos", "wd", "gn", "xsd"], PREFIXES["area"], about) + "\n".join(
        parts
    )


if __name__ == "__main__":
    write("areas.ttl", areas())
