"""Reading takes time in proportion to the length of a text, never raises, and keeps its promises on any text.

Times are never compared with a clock's: the same text is read at two lengths, and the growth is compared with theirs.
"""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.facts import read
from kg.facts.table import from_row, to_row
from kg.lexicon import load
from kg.model import Document, Fact
from kg.text.normalise import normalise
from kg.text.read import document
from reader_examples import as_document

LEAD = "Năm 2023, kim ngạch xuất khẩu của tỉnh đạt 5 tỷ USD, tăng 8% so với năm 2022. "
# A text ten times as long may take this much longer: quadratic work would take a hundred times.
TIMES, GROWTH = 10, 50
SHORTEST = 0.01  # seconds below which a clock tells nothing


def _seconds(text: str) -> float:
    document = Document("long", text)
    start = time.process_time()  # what other processes do on this machine does not count
    read(document, load())
    return time.process_time() - start


def _growth(unit: str, size: int, lead: str) -> float:
    short, long = (lead + unit * (n // len(unit)) for n in (size // TIMES, size))
    read(Document("warm", LEAD), load())
    return min(_seconds(long), _seconds(long)) / max(SHORTEST, min(_seconds(short), _seconds(short)))


MEGABYTE = ["1234567890", "()", "(", ")", "[", "-", ",", '"', "%", "/", "  ", "\n", "a", "ệ", "\u0301", "1,1"]
STOPS = [".", "?", "…", ".!", "1."]


@pytest.mark.parametrize("unit", MEGABYTE)
def test_a_megabyte_of_one_character_is_read_in_proportion(unit: str) -> None:
    assert _growth(unit, 1_000_000, "") < GROWTH


@pytest.mark.parametrize("unit", STOPS)
def test_a_run_of_stop_marks_is_read_in_proportion(unit: str) -> None:
    assert _growth(unit, 1_000_000, "") < GROWTH


WORDS = (
    "tăng |tăng 5%, |xuất khẩu đạt 5 tỷ USD, |1 tỷ |Quyết định số 12/QĐ-UBND |abc_|KCN |Công ty |Nhà máy |năm 2023 "
    "|tháng |1/2/|so với cùng kỳ |gấp |hai |Hưng Yên, |dự án |từ 1 đến |( 5% |12-13 |1. |lần lượt |trong đó "
    "|- tăng 5%\n|IV. |5 tỷ USD và |Ông Lê Văn An, Giám đốc Sở, |(công suất 5 MW) |www.a.vn "
).split("|")


@pytest.mark.parametrize("unit", WORDS)
def test_words_over_and_over_are_read_in_proportion(unit: str) -> None:
    assert _growth(unit, 50_000, LEAD) < GROWTH


MARKS = "0123456789.,;:()[]%/-–+ \n\"'“”…?!tăngđạtỷUSD"
SOUP = st.text(max_size=200) | st.text(alphabet=st.sampled_from(MARKS) | st.characters(codec="utf-8"), max_size=200)
PIECES = (
    "Năm 2023|6 tháng đầu năm|quý I/2024|đến nay|tính đến ngày 31/12/2022|, |. |; |: |\n|\n- |\n1. |(|)| và |5 MW"
    "|kim ngạch xuất khẩu|nhập khẩu|GRDP|chỉ số sản xuất công nghiệp|KCN|dự án|FDI|của tỉnh|Bắc Giang|cả nước|thép"
    "|huyện Văn Lâm|Nhật Bản| đạt | tăng | giảm | ước đạt | so với cùng kỳ | bằng | kế hoạch | chiếm | gấp | lần lượt "
    "| trong đó | khoảng |1,2|35|8%|9-10%|3,5 tỷ USD|12.480,5 tỷ đ|150 dự án|40 ha|2 lần|0|-5%|+3%|1.000.000|dệt may"
    "|Công ty TNHH An Bình|Nhà máy thép Đại An|công suất|120.000 tấn/năm|Nghị quyết số 05/NQ-HĐND|tủ USD|Năm 1023"
    "|ông Lê Văn An, Giám đốc Sở Công Thương|hai triệu|%|tỷ đồng|giai đoạn này|Riêng 4 tháng|Sáng 9/1|năm nay|cùng vụ"
    "|Ngành chế tạo dẫn đầu với|Ảnh: Minh An|Đường nối|đều ở|vụ Đông Xuân 2021 - 2022|danh mục gồm"
).split("|")
PROSE = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
TEXTS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def facts(text: str) -> tuple[Fact, ...]:
    return read(as_document(text), load()).facts


@TEXTS
@given(PROSE | SOUP)
@example("1" * 5000)
@example("%" * 100 + "(" * 100)
@example("Năm 99999, xuất khẩu đạt 1/0 tỷ USD, tăng ,5%. Ngày 31/2/2023 giảm 00%")
@example("Năm 2023, kim ngạch xuất khẩu của tỉnh đạt 5..3 tỷ USD, tăng 1,2,3,4%.")
@example("Năm 2023, kim ngạch xuất khẩu của tỉnh ước đạt\n5,3 tỷ USD, trong đó ngành chế biến,\nchế tạo tăng 4%.")
def test_reading_never_raises_and_every_fact_stands_where_it_says(text: str) -> None:
    text = normalise(text)
    found = facts(text)
    assert [f.evidence.start for f in found] == sorted(f.evidence.start for f in found)
    for fact in found:
        evidence = fact.evidence
        inner = evidence.start - evidence.sentence_start
        assert 0 <= evidence.start < evidence.end <= len(text)
        assert text[evidence.sentence_start :].startswith(evidence.sentence)
        assert evidence.sentence[inner : inner + evidence.end - evidence.start] == text[evidence.start : evidence.end]
        assert 0 < evidence.confidence <= 1
        assert evidence.rules


@TEXTS
@given(PROSE)
@example("Đến hết tháng 4, tỉnh có 540 dự án. Riêng 4 tháng có 14 dự án mới. Ngành chế tạo dẫn đầu với 221 dự án.")
@example("Trong giai đoạn này, kim ngạch xuất khẩu của tỉnh đạt 5 tỷ USD, tăng 8%. Sáng 9/1 có 5 dự án.")
def test_a_text_that_tells_no_day_of_its_own_is_read_all_the_same(text: str) -> None:
    for fact in read(document("undated", text.encode(), {}), load()).facts:
        assert to_row(from_row(to_row(fact))) == to_row(fact)


@TEXTS
@given(PROSE)
@example("Chỉ số sản xuất công nghiệp bằng 9-10% cùng kỳ")
@example("Chỉ số sản xuất công nghiệp bằng 95-103% cùng kỳ")
def test_a_figure_is_anchored_to_its_digits_and_has_codes_of_the_vocabulary(text: str) -> None:
    lexicon = load()
    for row in map(to_row, facts(text)):
        if row["kind"] == "observation":
            digits = normalise(text)[row["start"] : row["end"]]
            assert digits[0].isdigit() or digits[0].isalpha()
            assert digits == digits.strip()
            assert lexicon.by_code("indicator", row["indicator"])
            assert lexicon.by_code("unit", row["unit"])
            low, high = row["value"], row["value_max"]
            assert high is None or abs(high) > abs(low) or low < 0 < high  # "bằng 95-103%": from a fall to a rise
            assert (row["base"] is not None) <= (row["measure"] in ("growth", "change", "multiple"))


@TEXTS
@given(PROSE)
def test_the_same_text_gives_the_same_facts_and_the_table_holds_them_all(text: str) -> None:
    found = facts(text)
    assert facts(text) == found
    for fact in found:
        row = to_row(fact)
        assert to_row(from_row(json.loads(json.dumps(row)))) == row


def test_a_number_too_long_to_be_one_is_none() -> None:
    text = f"Năm 2023, thu ngân sách của tỉnh đạt {'1' * 5000} tỷ đồng, tăng 8% so với năm 2022."
    for fact in facts(text):
        json.dumps(to_row(fact))
