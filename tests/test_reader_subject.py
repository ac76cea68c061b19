"""Texts that no figure can come from are passed over: that saves time, and must change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.facts import read
from kg.facts.place import own_area
from kg.facts.scope import area
from kg.lexicon import load
from kg.mentions import scanner
from kg.model import Document
from kg.text.normalise import fold, normalise

FIGURE = "kim ngạch xuất khẩu năm 2023 đạt 5 tỷ USD, tăng 8% so với năm 2022. "
TEXTS = [
    FIGURE,
    f"Năm qua, {FIGURE}",
    f"Thái Lan: {FIGURE}Thái Lan và Lào tăng 9%. Thái Lan xuất khẩu gạo 3 triệu tấn.",
    f"Nhật Bản vui mừng. {FIGURE}Nhật Bản, Nhật Bản, Nhật Bản. Ở 28 tỉnh, thành phố, {FIGURE}",
    f"Nhật Bản vui mừng. {FIGURE}Nhật Bản, Nhật Bản, Nhật Bản. Ở l5 tỉnh thành, {FIGURE}",
    f"Nhật Bản vui mừng. Nhật Bản, Nhật Bản, Nhật Bản. Cả nước, {FIGURE}",
    f"Nhật Bản vui mừng. Nhật Bản, Nhật Bản, Nhật Bản. Tại Đồng Nai, {FIGURE}",
    "Nhật Bản, Nhật Bản, Nhật Bản. Nhà máy thép Hòa Phát có công suất 5 triệu tấn/năm, vốn đầu tư 2 tỷ USD.",
    "Nhật Bản, Nhật Bản, Nhật Bản. Nhà ga sân bay Nội Bài có công suất 25 triệu hành khách/năm. Du khách.",
    "Nhật Bản, Nhật Bản, Nhật Bản. Có 3 KCN lấp đầy 100% (Alpha, Beta, Gamma).",
    "Nhật Bản, Nhật Bản, Nhật Bản. Dự án Alpha Beta gồm 2 giai đoạn. Du khách.",
    "Nhật Bản, Nhật Bản, Nhật Bản. KCN Nhơn Trạch (Đồng Nai) rộng 300 ha, lấp đầy 90%, thu hút 30 dự án đầu tư.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_without_a_place_of_ours_has_no_figure(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document("d", normalise(text))
    facts = read(document, load()).facts
    monkeypatch.setattr(area, "told", lambda _: True)
    assert read(document, load()).facts == facts


def test_documents_are_read_alike_without_the_shortcut(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [Document(path.stem, normalise(path.read_text("utf-8"))) for path in sorted(seeds.glob("*.txt"))]
    facts = [read(document, load()).facts for document in documents]
    monkeypatch.setattr(area, "told", lambda _: True)
    assert [read(document, load()).facts for document in documents] == facts


def test_a_story_of_another_country_is_passed_over() -> None:
    text = normalise(TEXTS[2])
    scan = scanner(load()).scan(text, fold(text))
    assert own_area(Document("d", text), fold(text), scan, load())[0] is None
    assert not area.told(scan)


AREAS = [  # text, the document's own area, and why
    (
        "Khai mạc hội chợ thủ công tại Hà Nội, lần thứ ba ở Hà Nội. "
        + "Việt Nam có 2.000 làng nghề; hàng Việt Nam đi 90 nước; cả nước thu 2 tỷ USD. " * 4,
        "VN",
        "where a fair was held, twice; the nation, twelve times",
    ),
    ("Tỉnh Đồng Nai: xuất khẩu tăng. Đồng Nai bán gỗ sang Mỹ. Cả nước cũng tăng.", "VN-39", "the province, twice"),
]


@pytest.mark.parametrize(("text", "code", "why"), AREAS)
def test_own_area(text: str, code: str, why: str) -> None:
    text = normalise(text)
    scan = scanner(load()).scan(text, fold(text))
    assert own_area(Document("d", text), fold(text), scan, load())[0] == code, why
