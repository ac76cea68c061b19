"""A small graph for the tests of exports: sentences of our own, with all that must be escaped somewhere."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import terms
from kg.model import Document, EntityFigure, Evidence, Fact, Observation, Policy, Reading, Role
from kg.rdf.quads import reading_to_nquads
from kg.store.oxigraph import OxigraphStore

ROOT = Path(__file__).parent.parent
NASTY_TITLE = '</script><script>window.hacked = "title"</script> & "quoted" \'single\''
NASTY_NAME = 'Nhà máy "Ánh Sao" <img src=x onerror="window.hacked=1"> & C\\D; \'E\' 😀'
NASTY_SENTENCE = (
    'Ngày 5/3, 😀 <b onclick="window.hacked=2">Nhà máy</b> <!-- ]]> --> </script> đạt 120.000 tấn/năm,\ndòng hai\t"x".'
)


class Text:
    """A document made sentence by sentence; each ``says`` returns the evidence of a figure in the new sentence."""

    def __init__(self, id: str, title: str, area: str | None, day: date | None = None, url: str | None = None) -> None:
        self.id, self.title, self.area, self.day, self.url = id, title, area, day, url
        self.text = ""
        self.facts: list[Fact] = []

    def says(self, sentence: str, anchor: str, **more: Any) -> Evidence:
        """Adds a sentence; the evidence points at ``anchor`` in it."""
        start = len(self.text)
        self.text += sentence + " "
        at = start + sentence.rindex(anchor)
        return Evidence(self.id, at, at + len(anchor), sentence, start, ("test.rule",), **more)

    def reading(self) -> Reading:
        """The document with its facts."""
        document = Document(self.id, self.text, self.title, "Báo Ví Dụ", self.url, self.day, "0" * 64)
        return Reading(document, self.area, tuple(self.facts))


def bac_giang() -> Text:
    """Exports over the years, zones with their sizes, a person and a plan."""
    text = Text("vi-du-1", "Bắc Giang xuất khẩu tăng", "VN-54", date(2024, 6, 11), "https://example.org/bai-1")
    for year, value, status in (
        ("2021", 16, "actual"),
        ("2022", 22, "actual"),
        ("2023", 27, "actual"),
        ("2024", 33, "target"),
    ):
        said = text.says(f"Năm {year} xuất khẩu của tỉnh là {value} tỷ USD.", str(value))
        amount = Decimal(value) * 10**9
        text.facts.append(
            Observation(said, "export-turnover", "level", amount, "USD", period=year, status=status, area="VN-54")  # type: ignore[arg-type]
        )
    said = text.says("Ước 5 tháng đầu năm 2024 xuất khẩu tăng 11,5% so cùng kỳ.", "11,5")
    text.facts.append(
        Observation(said, "export-turnover", "growth", Decimal("11.5"), "percent", base="yoy",
                    period="2024-01/2024-05", status="estimate", area="VN-54")
    )  # fmt: skip
    for name, area in (("KCN Sông Thử", "105.3"), ("KCN Đồi Mẫu", "73")):
        said = text.says(f"{name} rộng {area.replace('.', ',')} ha.", area.replace(".", ","))
        text.facts.append(EntityFigure(said, "zone", name, "land-area", Decimal(area), "ha", area="VN-54"))
    said = text.says("KCN Sông Thử lấp đầy 83%.", "83")
    text.facts.append(
        EntityFigure(said, "zone", "KCN Sông Thử", "occupancy", Decimal(83), "percent", period="@2024-06", area="VN-54")
    )
    said = text.says("Ông Trần Ví Dụ, Giám đốc Sở Công Thương, cho biết.", "Trần Ví Dụ")
    text.facts.append(Role(said, "Trần Ví Dụ", "Giám đốc", "Sở Công Thương"))
    said = text.says("Kế hoạch số 99/KH-UBND ngày 2/1/2024 nêu các mục tiêu.", "99/KH-UBND")
    text.facts.append(Policy(said, "99/KH-UBND", "Kế hoạch", "2024-01-02", "UBND tỉnh Bắc Giang"))
    return text


def hung_yen() -> Text:
    """Investors by country, a range, a project with its owner, a district."""
    text = Text("vi-du-2", "Hưng Yên thu hút đầu tư", "VN-66", date(2024, 1, 15))
    said = text.says("Nhật Bản có 174 dự án trên địa bàn.", "174")
    text.facts.append(
        Observation(said, "investment-projects", "level", Decimal(174), "project", period="@2024-01", area="VN-66",
                    partner="JP", investor="fdi")
    )  # fmt: skip
    said = text.says("Giai đoạn 2021-2025 xuất khẩu tăng bình quân 9-10%/năm.", "9")
    text.facts.append(
        Observation(said, "export-turnover", "growth", Decimal(9), "percent", Decimal(10), base="annual",
                    period="2021/2025", status="target", area="VN-66")
    )  # fmt: skip
    said = text.says("Năm 2023 xuất khẩu của tỉnh Hưng Yên hơn 6,5 tỷ USD.", "6,5")
    text.facts.append(
        Observation(
            said, "export-turnover", "level", Decimal(6500000000), "USD", period="2023", approx="over", area="VN-66"
        )
    )
    said = text.says("Dự án có công suất 60.000 tấn/năm do Công ty TNHH Mẫu làm chủ.", "60.000")
    text.facts.append(
        EntityFigure(said, "project", "Nhà máy Mẫu", "capacity", Decimal(60000), "tonne/year", area="VN-66/Văn Lâm",
                     owner="Công ty TNHH Mẫu", status="target")
    )  # fmt: skip
    return text


def nasty() -> Text:
    """Markup, quotes, control characters and letters outside the basic plane, wherever text can stand."""
    text = Text("<đoạn> & 'thử'", NASTY_TITLE, "VN-22", None, 'javascript:alert("url")')
    said = text.says(NASTY_SENTENCE, "120.000")
    text.facts.append(
        EntityFigure(said, "project", NASTY_NAME, "capacity", Decimal(120000), "tonne/year", area="VN-22",
                     owner="Công ty \x0b<i>Nghiêng</i> {{data}}")
    )  # fmt: skip
    said = text.says('Chỉ số "IIP" </textarea> tăng 6,36% <svg onload=alert(1)>.', "6,36", confidence=0.4)
    text.facts.append(Observation(said, "iip", "growth", Decimal("6.36"), "percent", base="yoy", period="2020",
                                  area="VN-22", sector="<u>dệt & may</u>"))  # fmt: skip
    return text


def texts() -> list[Text]:
    """The three documents."""
    return [bac_giang(), hung_yen(), nasty()]


def make_store(readings: list[Reading] | None = None) -> OxigraphStore:
    """An embedded store in memory that holds the vocabulary and the readings."""
    store = OxigraphStore()
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        quads = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        lines = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
        assert lines is not None
        graph = f" <{terms.ONTOLOGY_GRAPH}> .\n".encode()
        store.bulk_load(lines.replace(b" .\n", graph))
    for reading in readings if readings is not None else [text.reading() for text in texts()]:
        store.bulk_load(reading_to_nquads(reading).encode())
    return store


def facts_of(store: OxigraphStore) -> list[Fact]:
    """Every fact of a store, as another part of the package reads it."""
    from kg.store.claims import readings

    return [fact for reading in readings(store) for fact in reading.facts]
