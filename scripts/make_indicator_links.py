"""Make ontology/indicator-links.ttl: our indicators beside those of the World Bank, the IMF and Wikidata."""

from __future__ import annotations

import re

from terse import block, header, rows, text, write

IMF = re.compile(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b")
REMARK = re.compile(r"\([^)]*\)")
SHARE_OF_GDP = ".GD.ZS"
NOT_THE_SAME = ("not the same", "computed", "per product", "sum")


def imf_codes(field: str) -> list[str]:
    """The whole series codes in a cell; abbreviated ones ("_B_IX") and other concepts are left out."""
    parts = [part for part in field.split(";") if not any(words in part for words in NOT_THE_SAME)]
    return [code for part in parts if "/" not in part for code in IMF.findall(REMARK.sub("", part))]


def matches(field: str, prefix: str, qualified: bool) -> tuple[list[str], list[str]]:
    """Close and related matches of a cell: what is qualified by a remark is only related."""
    close: list[str] = []
    related: list[str] = []
    for part in filter(None, (part.strip() for part in field.split(";"))):
        code, _, remark = part.partition(" ")
        (related if qualified or remark or code.endswith(SHARE_OF_GDP) else close).append(prefix + code)
    return close, related


def indicator_links() -> str:
    """The whole file; several lines of the source may speak of one indicator."""
    found: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for row in rows("indicator-links.tsv"):
        code, _, qualifier = row["project_code"].partition(" ")
        if code.startswith("("):
            continue
        close, related, imf = found.setdefault(code, ([], [], []))
        for column, prefix in (("worldbank_id", "wb:"), ("wikidata_property", "wd:")):
            more_close, more_related = matches(row[column], prefix, bool(qualifier))
            close += more_close
            related += [match for match in more_related if match not in close]
        imf += imf_codes(row["imf_nsdp_sdmx_indicator"])
    parts = [
        block(
            f"<{code}>",
            [
                ("skos:closeMatch", list(dict.fromkeys(close))),
                ("skos:relatedMatch", list(dict.fromkeys(related))),
                ("kg:imfCode", [text(series) for series in dict.fromkeys(imf)]),
            ],
        )
        for code, (close, related, imf) in found.items()
        if close or related or imf
    ]
    about = (
        "Indicators of other statistical systems that measure the same (closeMatch) or something near.\n"
        "kg:imfCode: series of the IMF's National Summary Data Page of Viet Nam.\n"
        "Made by scripts/make_indicator_links.py from ontology/sources/indicator-links.tsv."
    )
    return header(["kg", "skos", "wb", "wd"], "https://w3id.org/vnkg/indicator/", about) + "".join(parts)


if __name__ == "__main__":
    write("indicator-links.ttl", indicator_links())
