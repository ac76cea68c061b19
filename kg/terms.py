"""Every IRI that the code mentions, and the one place where ids become IRIs and come back.

Constants are plain strings. The functions named after a thing (``area``, ``period``, ``unit`` ...)
turn the id that a fact carries into its IRI; ``area_of``, ``period_of`` ... are their inverses. Ids are
stable: the same id gives the same IRI on every machine, and no two ids share one.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

BASE = "https://w3id.org/vnkg/"
KG = BASE + "def#"
DOC = BASE + "doc/"
INDICATOR = BASE + "indicator/"
AREA = BASE + "area/"
CODE = BASE + "code/"
UNIT = BASE + "unit/"
SECTOR = BASE + "sector/"
PRODUCT = BASE + "product/"
PERIOD = BASE + "period/"
ENTITY = BASE + "entity/"
POLICY = BASE + "policy/"
PERSON = BASE + "person/"
ORGANISATION = BASE + "org/"
FINDING = BASE + "finding/"
OBSERVATION = BASE + "observation/"
SERIES = BASE + "series/"
GRAPH = BASE + "graph/"
ONTOLOGY_GRAPH = GRAPH + "ontology"
CUBE_GRAPH = GRAPH + "cube"
DATASET = BASE + "dataset"
GENID = BASE + ".well-known/genid/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
QB = "http://purl.org/linked-data/cube#"
DIMENSION = "http://purl.org/linked-data/sdmx/2009/dimension#"
MEASURE = "http://purl.org/linked-data/sdmx/2009/measure#"
ATTRIBUTE = "http://purl.org/linked-data/sdmx/2009/attribute#"
SDMX_CODE = "http://purl.org/linked-data/sdmx/2009/code#"
TIME = "http://www.w3.org/2006/time#"
ORG = "http://www.w3.org/ns/org#"
DQV = "http://www.w3.org/ns/dqv#"
SCHEMA = "https://schema.org/"

# Prefixes for everything that we print or export, in the order in which they are declared.
PREFIXES: dict[str, str] = {
    "kg": KG,
    "d": DOC,
    "ind": INDICATOR,
    "area": AREA,
    "code": CODE,
    "u": UNIT,
    "sector": SECTOR,
    "product": PRODUCT,
    "period": PERIOD,
    "entity": ENTITY,
    "policy": POLICY,
    "person": PERSON,
    "obs": OBSERVATION,
    "series": SERIES,
    "finding": FINDING,
    "graph": GRAPH,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "oa": OA,
    "qb": QB,
    "sdmx-dimension": DIMENSION,
    "sdmx-measure": MEASURE,
    "sdmx-attribute": ATTRIBUTE,
    "sdmx-code": SDMX_CODE,
    "time": TIME,
    "org": ORG,
    "dqv": DQV,
    "schema": SCHEMA,
}

TYPE = RDF + "type"
LABEL = RDFS + "label"
XSD_DATE = XSD + "date"
XSD_DECIMAL = XSD + "decimal"
XSD_INTEGER = XSD + "integer"
XSD_YEAR = XSD + "gYear"
XSD_YEAR_MONTH = XSD + "gYearMonth"

# A document and where a claim stands in it.
DOCUMENT = KG + "Document"
TITLE = DCTERMS + "title"
PUBLISHER = DCTERMS + "publisher"
SOURCE = DCTERMS + "source"
ISSUED = DCTERMS + "issued"
SHA256 = KG + "sha256"
READ_WITH = KG + "readWith"
OWN_AREA = KG + "ownArea"
SENTENCE_CLASS = KG + "Sentence"
SENTENCE = KG + "sentence"
START = OA + "start"
END = OA + "end"
EXACT = OA + "exact"
RULES = KG + "rules"
CONFIDENCE = KG + "confidence"
REPAIR = KG + "repair"

# The four kinds of claims and their fields.
OBSERVATION_CLAIM = KG + "ObservationClaim"
ENTITY_CLAIM = KG + "EntityClaim"
POLICY_CLAIM = KG + "PolicyClaim"
ROLE_CLAIM = KG + "RoleClaim"
VALUE = MEASURE + "obsValue"
VALUE_MAX = KG + "valueMax"
UNIT_OF = KG + "unit"
MEASURE_OF = KG + "measure"
BASE_OF = KG + "base"
REF_PERIOD = DIMENSION + "refPeriod"
STATUS = KG + "status"
APPROX = KG + "approx"
REF_AREA = DIMENSION + "refArea"
INDICATOR_OF = KG + "indicator"
SECTOR_TEXT = KG + "sectorText"
PRODUCT_TEXT = KG + "productText"
PARTNER = KG + "partner"
INVESTOR = KG + "investor"
FLOW = KG + "flow"
ZONE_TYPE = KG + "zoneType"
ENTITY_TYPE = KG + "entityType"
ENTITY_NAME = KG + "entityName"
ATTRIBUTE_OF = KG + "attribute"
OWNER_NAME = KG + "ownerName"
NUMBER = KG + "number"
POLICY_TYPE = KG + "policyType"
POLICY_DATE = KG + "policyDate"
ISSUER = KG + "issuer"
PERSON_NAME = KG + "person"
ROLE_NAME = KG + "roleName"
ORG_NAME = KG + "org"

# What RFC 3987 forbids in a path segment (controls, delimiters, private use, non-characters, bidi marks), and "_".
_NON_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(1, 14) for last in (0xFFFE, 0xFFFF))
_RESERVED = re.compile(
    r"[\x00-\x20\x7f-\xa0\"#%<>?\[\\\]^`{|}_\u200e\u200f\u202a-\u202e\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff"
    rf"\U000e0000-\U0010ffff{_NON_CHARACTERS}]"
)


def _quote(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode())


def slug(name: str) -> str:
    """A name as the last part of an IRI: Unicode kept, spaces as "_", what an IRI forbids percent-encoded.

    >>> slug("Nam Trà My")
    'Nam_Trà_My'
    """
    if name.isascii() and name.isalnum():
        return name
    return "_".join(_RESERVED.sub(_quote, part) for part in name.split(" "))


def unslug(part: str) -> str:
    """The name that ``slug`` was given.

    >>> unslug("Nam_Trà_My")
    'Nam Trà My'
    """
    return unquote(part.replace("_", " ")) if "%" in part or "_" in part else part


def _local(iri: str, namespace: str) -> str:
    if not iri.startswith(namespace):
        raise ValueError(f"<{iri}> is not in the namespace <{namespace}>")
    return unslug(iri[len(namespace) :])


def document(doc: str) -> str:
    """The IRI of a document, which is also the name of its graph. (``_`` stays: file names use it much.)

    >>> document("000_4873f0")
    'https://w3id.org/vnkg/doc/000_4873f0'
    """
    quoted = _RESERVED.sub(lambda match: match.group() if match.group() == "_" else _quote(match), doc)
    return DOC + quoted.replace("/", "%2F")


def document_of(iri: str) -> str:
    """The document's id; a fragment (a sentence or a claim of it) is ignored."""
    if not iri.startswith(DOC):
        raise ValueError(f"<{iri}> is not a document of this graph")
    return unquote(iri[len(DOC) :].partition("#")[0])


def sentence(document_iri: str, start: int, end: int) -> str:
    """The IRI of a sentence, given the IRI of its document."""
    return f"{document_iri}#s{start}-{end}"


def claim(document_iri: str, start: int, end: int, number: int = 1) -> str:
    """The IRI of the ``number``-th claim anchored at these offsets."""
    return f"{document_iri}#c{start}-{end}" + (f".{number}" if number > 1 else "")


def area(code: str) -> str:
    """The IRI of an area code or of the name of a block of countries.

    >>> area("VN-27/Nam Trà My"), area("region:Tây Nguyên")
    ('https://w3id.org/vnkg/area/VN-27/Nam_Trà_My', 'https://w3id.org/vnkg/area/region/Tây_Nguyên')
    """
    if code.startswith("region:"):
        return f"{AREA}region/{slug(code[7:])}"
    return AREA + slug(code)


def area_of(iri: str) -> str:
    """The area code that an IRI stands for."""
    code = _local(iri, AREA)
    return f"region:{code[7:]}" if code.startswith("region/") else code


def period(text: str) -> str:
    """The IRI of a period as facts write it.

    >>> period("2017-01/2017-06").removeprefix(PERIOD), period("@2017-06-20").removeprefix(PERIOD)
    ('2017-01--2017-06', 'at-2017-06-20')
    """
    if text.startswith("@"):
        return PERIOD + ("at-" + slug(text[1:]) if len(text) > 1 else "at")
    return PERIOD + slug(text.replace("/", "--"))


def period_of(iri: str) -> str:
    """The period that an IRI stands for."""
    text = _local(iri, PERIOD)
    if text == "at":
        return "@"
    return "@" + text[3:] if text.startswith("at-") else text.replace("--", "/")


def unit(code: str) -> str:
    """The IRI of a unit; the slash of a rate is written "-per-".

    >>> unit("tonne/year").removeprefix(UNIT)
    'tonne-per-year'
    """
    return UNIT + slug(code.replace("/", "-per-"))


def unit_of(iri: str) -> str:
    """The unit that an IRI stands for."""
    return _local(iri, UNIT).replace("-per-", "/")


def indicator(code: str) -> str:
    """The IRI of an indicator."""
    return INDICATOR + slug(code)


def indicator_of(iri: str) -> str:
    """The indicator's code that an IRI stands for."""
    return _local(iri, INDICATOR)


def code(scheme: str, value: str) -> str:
    """The IRI of a code of one of our small lists.

    >>> code("measure", "level").removeprefix(CODE)
    'measure/level'
    """
    return f"{CODE}{scheme}/{slug(value)}"


def code_of(scheme: str, iri: str) -> str:
    """The code of the list ``scheme`` that an IRI stands for."""
    return _local(iri, f"{CODE}{scheme}/")


_NAMED_BASES = frozenset(("yoy", "prev", "annual", "plan", "none"))


def base(text: str) -> str:
    """The IRI of what a change is compared with: a code, or the period itself."""
    return code("base", text) if text in _NAMED_BASES else period(text)


def base_of(iri: str) -> str:
    """The base that an IRI stands for."""
    return period_of(iri) if iri.startswith(PERIOD) else code_of("base", iri)


def sector(name: str) -> str:
    """The IRI of a branch of the economy, by its name or code."""
    return SECTOR + slug(name)


def product(name: str) -> str:
    """The IRI of a product, by its name or code."""
    return PRODUCT + slug(name)


def shorten(iri: str) -> str:
    """An IRI as a reader wants to see it: prefix and local name, or the IRI itself.

    >>> shorten(area("VN-66"))
    'area:VN-66'
    """
    best = ""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(namespace) > len(PREFIXES.get(best, "")):
            best = prefix
    return f"{best}:{iri[len(PREFIXES[best]) :]}" if best else iri
