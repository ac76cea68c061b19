"""Make ontology/publishers.ttl: who publishes the texts, and whose province a local publisher writes about."""

from __future__ import annotations

from collections import Counter

from make_districts import ascii_name
from terse import block, header, rows, text, texts, write

Row = dict[str, str]
KINDS = {
    "paper": "kg:LocalPublisher",
    "portal": "kg:LocalPublisher",
    "national": "kg:Publisher",
    "agency": "kg:Publisher",
    "government": "kg:Publisher",
    "association": "kg:Publisher",
}


def initials(name: str) -> str:
    """The letters by which a provincial paper marks its pictures: Báo Nghệ An -> bna."""
    return "b" + "".join(word[0] for word in ascii_name(name).lower().replace("-", " ").split())


def provincial(provinces: list[Row]) -> list[Row]:
    """Papers and portals of the 63 provinces, as provinces.tsv names them."""
    counts = Counter(initials(row["name_vi"]) for row in provinces)
    result = []
    for row in provinces:
        name, code, prefix = row["name_vi"], row["iso_3166_2"], initials(row["name_vi"])
        kind = "thành phố" if row["official_name_vi"].startswith("Thành phố") else "tỉnh"
        mark = prefix if counts[prefix] == 1 else ""
        for domain in row["newspapers"].split():
            bare = domain.rstrip("?")
            if bare:
                result.append({"domain": bare, "name": f"Báo {name}", "area": code, "prefixes": mark, "kind": "paper"})
        portal = f"Cổng thông tin điện tử {kind} {name}"
        labels = f"Cổng TTĐT {kind} {name}"
        result.append({"domain": row["portal"], "name": portal, "area": code, "labels": labels, "kind": "portal"})
    return result


def publisher(domain: str, row: Row, typical: dict[str, Row]) -> str:
    """One publisher, by its domain."""
    labels = row.get("labels", "").split("|")
    if row["kind"] == "paper" and row["name"].startswith("Báo ") and row["area"] in typical:
        place = typical[row["area"]]["name_vi"]
        if row["name"] == f"Báo {place}":
            labels += [f"báo {place}", f"Báo {place} điện tử", f"Báo điện tử {place}", f"Báo và Đài PT-TH {place}"]
    return block(
        f"<{domain}>",
        [
            ("a", f"{KINDS[row['kind']]}, skos:Concept"),
            ("skos:inScheme", "<../publisher>"),
            ("skos:notation", text(domain)),
            (
                "skos:prefLabel",
                [text(f"{row['name']} ({domain})", "vi"), text(f"{ascii_name(row['name'])} ({domain})", "en")],
            ),
            ("skos:altLabel", texts([row["name"], *(label for label in labels if label != row["name"])], "vi")),
            ("kg:domain", text(domain)),
            ("kg:imagePrefix", texts(row.get("prefixes", "").split())),
            ("kg:forArea", f"area:{row['area']}" if row["area"] else ""),
        ],
    )


def publishers() -> str:
    """The whole file; a line of publishers.tsv says more than what provinces.tsv has for the same domain."""
    provinces = rows("provinces.tsv")
    by_domain = {row["domain"]: row for row in provincial(provinces)}
    for row in rows("publishers.tsv"):
        earlier = by_domain.get(row["domain"], {})
        prefixes = row["prefixes"] or (earlier.get("prefixes", "") if row["area"] else "")
        by_domain[row["domain"]] = {**row, "prefixes": prefixes}
    typical = {row["iso_3166_2"]: row for row in provinces}
    scheme = block(
        "<../publisher>",
        [
            ("a", "skos:ConceptScheme"),
            ("skos:prefLabel", [text("Nơi đăng", "vi"), text("Publishers", "en")]),
            (
                "rdfs:comment",
                [
                    text("Báo, đài, cổng thông tin đã đăng văn bản; báo địa phương viết về tỉnh của mình.", "vi"),
                    text("Who published a text; a local publisher writes about its own province.", "en"),
                ],
            ),
        ],
    )
    about = (
        "Newspapers, agencies and portals, by domain (a host below the domain is the same publisher).\n"
        "kg:forArea: the province that a local publisher writes about. kg:imagePrefix: how its picture files begin.\n"
        "Made by scripts/make_publishers.py from ontology/sources/{provinces,publishers}.tsv."
    )
    base = "https://w3id.org/vnkg/publisher/"
    parts = [publisher(domain, by_domain[domain], typical) for domain in sorted(by_domain)]
    return header(["kg", "area", "rdfs", "skos"], base, about) + scheme + "".join(parts)


if __name__ == "__main__":
    write("publishers.ttl", publishers())
