"""Make ontology/countries.ttl: countries with the names of Babel's CLDR (BSD) and those of the press, and blocs."""

from __future__ import annotations

from terse import PREFIXES, block, header, local, rows, text, texts, write

# CLDR's two-letter codes that are no country of ISO 3166-1: exceptional reservations, test data, Viet Nam itself.
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "VN", "XA", "XB", "ZZ"}


def cldr(language: str) -> dict[str, str]:
    """Territory names by ISO alpha-2 code."""
    try:
        from babel import Locale
    except ImportError:
        raise SystemExit("make_countries.py needs the package babel: uv pip install babel") from None
    names = Locale(language).territories
    return {code: names[code] for code in sorted(names) if len(code) == 2 and code not in NOT_COUNTRIES}


def concept(code: str, kind: str, vi: str, en: str, others: list[str], context: list[str]) -> str:
    """One country or bloc; a wording in `context` counts only where a country is expected."""
    preferred = [text(vi, "vi"), text(en, "en")]
    return block(
        f"<{local(code)}>",
        [
            ("a", f"{kind}, skos:Concept"),
            ("skos:inScheme", "<../area>"),
            ("skos:notation", text(code)),
            ("skos:prefLabel", preferred),
            ("skos:altLabel", texts((name for name in others if name not in {vi, *context}), "vi")),
            ("kg:contextLabel", texts(context, "vi")),
            ("kg:ambiguous", "true" if vi in context else ""),
        ],
    )


def countries() -> str:
    """The whole file."""
    vi, en = cldr("vi"), cldr("en")
    press = {row["code"]: row for row in rows("country-names.tsv")}
    if strangers := set(press) - set(vi):
        raise SystemExit(f"ontology/sources/country-names.tsv names unknown codes: {sorted(strangers)}")
    parts = []
    for code, name in vi.items():
        row = press.get(code, {})
        preferred = row.get("preferred") or name
        others = [name, *row.get("labels", "").split("|")]
        context = [label for label in row.get("context", "").split("|") if label]
        parts.append(concept(code, "kg:Country", preferred, row.get("english") or en[code], others, context))
    for row in rows("blocs.tsv"):
        context = [label for label in row["context"].split("|") if label]
        parts.append(concept(row["code"], "kg:Bloc", row["name_vi"], row["name_en"], row["labels"].split("|"), context))
    about = (
        "Countries and blocs: partners of trade and investment. IRIs by ISO 3166-1 alpha-2.\n"
        "kg:contextLabel: a wording that is also a common word or name (Anh, Áo): it counts only among countries.\n"
        "Made by scripts/make_countries.py from Babel's CLDR (BSD) and ontology/sources/{country-names,blocs}.tsv."
    )
    return header(["kg", "skos"], PREFIXES["area"], about) + "".join(parts)


if __name__ == "__main__":
    write("countries.ttl", countries())
