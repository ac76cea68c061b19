"""Lines into sentences, each with its place in the outline of the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.segment import ARABIC, DASH, LETTER, PART, PLUS, PROSE, ROMAN, SHORT, TITLE, Lines, segment
from tables import FOLDER


def _blocks() -> list[tuple[str, list[str]]]:
    text = "\n".join(
        line for line in (FOLDER / "segments.txt").read_text(encoding="utf-8").split("\n") if not line.startswith("# ")
    )
    parts = (block.split("\n=>\n") for block in text.strip().split("\n\n"))
    return [(source.strip("\n"), wanted.strip("\n").split("\n")) for source, wanted in parts]


@pytest.mark.parametrize(("text", "sentences"), _blocks())
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[s.start : s.end] for s in segment(text)] == sentences


OUTLINE = """Báo cáo tình hình công thương
Phần mở đầu của báo cáo nêu bối cảnh chung, kết thúc bằng dấu chấm.
I. KẾT QUẢ
1. Công nghiệp
a) Chỉ số sản xuất
- Khai khoáng tăng 2%;
+ Than tăng 3%;
Kết luận
"""
LEVELS = [TITLE, PROSE, ROMAN, ARABIC, LETTER, DASH, PLUS, SHORT]


def test_the_outline_of_a_report_has_its_levels() -> None:
    assert [s.level for s in segment(OUTLINE)] == LEVELS


def test_parts_under_capital_letters_govern_roman_numerals() -> None:
    text = "Báo cáo\nA. KẾT QUẢ NĂM 2023\nI. Công nghiệp\nB/ NHIỆM VỤ NĂM 2024\nPHẦN THỨ C. GIẢI PHÁP\n"
    assert [s.level for s in segment(text)] == [TITLE, PART, ROMAN, PART, PART]


@pytest.mark.parametrize(
    "line", ["A và B cùng dự.", "Công ty A. Nguyễn", "C.ty dệt đạt kế hoạch.", "D2 là dây chuyền."]
)
def test_a_capital_letter_of_another_kind_opens_no_part(line: str) -> None:
    assert PART not in [s.level for s in segment(f"Báo cáo\n{line}")]


@pytest.mark.parametrize(
    "marker", ["A.", "B/", "I.", "II.", "VI.", "IV/", "Phần I.", "1.", "1.2.", "2.1.3.", "2)", "a)", "đ)"]
)
def test_a_short_line_behind_a_marker_is_a_heading(marker: str) -> None:
    sentences = segment(f"Báo cáo\n{marker} Tình hình xuất khẩu\nXuất khẩu tăng 8% so với cùng kỳ.")
    assert [s.heading for s in sentences] == [True, True, False]


@pytest.mark.parametrize("bullet", ["-", "–", "•", "*", "+", "●"])
def test_a_bullet_is_no_heading(bullet: str) -> None:
    (_, item) = segment(f"Chỉ tiêu năm 2021\n{bullet} Xuất khẩu tăng 8%")
    assert not item.heading


@pytest.mark.parametrize("text", ["Các chỉ tiêu năm 2025:", "Trong đó, kết quả cụ thể như sau:"])
def test_a_colon_at_the_end_makes_a_heading(text: str) -> None:
    assert segment(f"Tiêu đề\n{text}\n- Xuất khẩu tăng 8%.")[1].heading


_LINES = st.text(alphabet=st.sampled_from('abcĐ đ.!?…":;,-+*()[]0123456789\n \tIVX') | st.characters(), max_size=200)


@given(_LINES)
def test_sentences_are_in_order_apart_and_trimmed(text: str) -> None:
    end = 0
    for sentence in segment(text):
        assert end <= sentence.start < sentence.end <= len(text)
        words = text[sentence.start : sentence.end]
        assert words == words.strip()
        assert "\n" not in words
        end = sentence.end


@given(_LINES)
def test_no_letter_or_digit_is_lost(text: str) -> None:
    kept = "".join(text[s.start : s.end] for s in segment(text))
    assert [c for c in kept if not c.isspace()] == [c for c in text if not c.isspace()]


@given(_LINES)
def test_the_sentence_that_holds_a_place(text: str) -> None:
    sentences = [(s.start, s.end) for s in segment(text)]
    places = [start for start, _ in sentences]
    assert Lines(text).holding(places) == sentences
    assert Lines(text).holding([end - 1 for _, end in sentences]) == sentences
