"""Numbered documents of law and planning: number, kind, date, issuer. The numbers are made up."""

from __future__ import annotations

import pytest

from kg.facts import policy
from kg.text.segment import Lines

# text | number, type, date, issuer of each
READ: list[tuple[str, list[tuple[str, str | None, str | None, str | None]]]] = [
    (
        "Thực hiện Kế hoạch số 512/KH-UBND ngày 3/4/2022 của UBND tỉnh Nam Định về chuyển đổi số.",
        [("512/KH-UBND", "Kế hoạch", "2022-04-03", "UBND tỉnh Nam Định")],
    ),
    (
        "Nghị quyết số 77/2015/NQ-HĐND ngày 16 tháng 7 năm 2015 của HĐND tỉnh.",
        [("77/2015/NQ-HĐND", "Nghị quyết", "2015-07-16", "HĐND tỉnh")],
    ),
    (
        "Theo Quyết định 999/QĐ-TTg của Thủ tướng Chính phủ phê duyệt đề án.",
        [("999/QĐ-TTg", "Quyết định", None, "Thủ tướng Chính phủ")],
    ),
    (
        "Ngày 3/11/2016, Bộ Tài chính đã có công văn số 15999/BTC-TCDN gửi các bộ.",
        [("15999/BTC-TCDN", "Công văn", "2016-11-03", "Bộ Tài chính")],
    ),
    ("Nhất là Kết luận 72 của Bộ Chính trị về phát triển thành phố.", [("72", "Kết luận", None, "Bộ Chính trị")]),
    (
        "Triển khai Nghị quyết số 35-NQ/TU ngày 15/6/2021 của Tỉnh ủy Trà Vinh.",
        [("35-NQ/TU", "Nghị quyết", "2021-06-15", "Tỉnh ủy Trà Vinh")],
    ),
    (
        "Quy định tại Nghị định số 87/2015/NĐ-CP và Thông tư số 211/2015/TT-BTC.",
        [("87/2015/NĐ-CP", "Nghị định", None, None), ("211/2015/TT-BTC", "Thông tư", None, None)],
    ),
]

NOTHING = [
    "Công suất 12.000 tấn/năm, vốn 35/55 tỷ đồng, đạt 72% kế hoạch của tỉnh.",
    "Điện thoại 0228.3648-123, xe biển số 29A/123.",
    "Chỉ thị 5 điểm của lãnh đạo nhà máy.",
]


def policies(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(p.number, p.policy_type, p.date, p.issuer) for p in policy.read(Lines(text), "x", policy.spans(text))]


@pytest.mark.parametrize(("text", "wanted"), READ, ids=[text[:40] for text, _ in READ])
def test_documents(text: str, wanted: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert policies(text) == wanted


@pytest.mark.parametrize("text", NOTHING, ids=[text[:40] for text in NOTHING])
def test_no_document(text: str) -> None:
    assert policies(text) == []


def test_a_document_counts_once_where_most_is_said() -> None:
    text = "Kế hoạch số 512/KH-UBND. Kế hoạch số 512/KH-UBND ngày 3/4/2022 của UBND tỉnh Nam Định."
    assert policies(text) == [("512/KH-UBND", "Kế hoạch", "2022-04-03", "UBND tỉnh Nam Định")]
