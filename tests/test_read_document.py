"""A file into a document: its encoding, what it says about itself, its date, its fingerprint."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.text import read_document

TEXT = "Kim ngạch xuất khẩu đạt 7 tỷ USD.\n"


def written(folder: Path, data: bytes, name: str = "bai-1.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_give_the_same_text(tmp_path: Path, encoding: str) -> None:
    assert read_document(written(tmp_path, TEXT.encode(encoding))).text == TEXT


def test_a_file_of_windows_1258_is_read(tmp_path: Path) -> None:
    # that code page writes most tones as marks of their own
    data = unicodedata.normalize("NFD", "tăng").replace("a\u0306", "ă").encode("cp1258")
    assert read_document(written(tmp_path, data)).text == "tăng"


def test_the_id_is_the_name_without_its_extension(tmp_path: Path) -> None:
    assert read_document(written(tmp_path, b"x", "000_ab.cd.txt")).id == "000_ab.cd"


def test_line_ends_and_composition_are_normalised_and_nothing_else(tmp_path: Path) -> None:
    data = unicodedata.normalize("NFD", "  Tỷ \t đồng \r\n\r\nHết ").encode()
    assert read_document(written(tmp_path, data)).text == "  Tỷ \t đồng \n\nHết "


def test_a_text_may_open_with_lines_about_itself(tmp_path: Path) -> None:
    head = "# title = Tin kinh tế\n# publisher = Báo Hưng Yên\n# url = https://baohungyen.vn/a\n# date = 2024-05-06\n"
    read = read_document(written(tmp_path, (head + TEXT).encode()))
    assert (read.title, read.publisher, read.url) == ("Tin kinh tế", "Báo Hưng Yên", "https://baohungyen.vn/a")
    assert read.date == date(2024, 5, 6)


def test_what_a_manifest_says_goes_before_what_the_text_says(tmp_path: Path) -> None:
    path = written(tmp_path, f"# date = 2024-05-06\n{TEXT}Đăng ngày: 01/02/2023".encode())
    assert read_document(path, {"date": "2021-04-20"}).date == date(2021, 4, 20)


@pytest.mark.parametrize("written_date", ["2021-04-20", "20210420", "20/4/2021", "2021-04-20T08:30:00"])
def test_dates_of_a_manifest(tmp_path: Path, written_date: str) -> None:
    assert read_document(written(tmp_path, b"x"), {"date": written_date}).date == date(2021, 4, 20)


DATELINES = (
    "Đăng ngày: 11/06/2024 , 06:23 GMT+7",
    "Thứ ba, 11/6/2024",
    "11/06/2024 06:23",
    "Hưng Yên, ngày 11 tháng 6 năm 2024",
    "Sông Công (Thái Nguyên), ngày 11 tháng 6 năm 2024",
    "Số: 97/BC-SCT, ngày 11/6/2024",
    "Cập nhật: 11/6/2024 - 10:15",
)


@pytest.mark.parametrize("line", DATELINES)
@pytest.mark.parametrize("place", ["head", "foot"])
def test_the_text_itself_may_give_its_date(tmp_path: Path, line: str, place: str) -> None:
    body = TEXT * 40
    text = f"Tiêu đề\n{line}\n{body}" if place == "head" else f"Tiêu đề\n{body}{line}\n"
    assert read_document(written(tmp_path, text.encode())).date == date(2024, 6, 11)


@pytest.mark.parametrize(
    "line",
    [
        "Tính đến ngày 20/6/2017, tỉnh có 380 dự án, trong đó nhiều dự án lớn; tuy vậy còn nhiều việc phải làm thêm.",
        "Tính đến ngày 20/6/2017, tỉnh có 380 dự án.",
        "Khách tham quan hội chợ, ngày 20/6/2017. Ảnh: Minh An",
        "Thực hiện Nghị quyết số 41/NQ-HĐND ngày 19/12/2018 của HĐND thành phố, UBND thành phố báo cáo như sau:",
        "theo Quyết định số 97/QĐ-UBND ngày 19/12/2018 của tỉnh",
    ],
)
def test_a_date_that_the_text_speaks_of_is_not_its_own(tmp_path: Path, line: str) -> None:
    assert read_document(written(tmp_path, f"Tiêu đề\n{line}\n{TEXT * 40}".encode())).date is None


def test_a_date_that_is_none_is_an_error_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"hôm qua.*write it as"):
        read_document(written(tmp_path, b"x"), {"date": "hôm qua"})


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"khong-co\.txt.*check the name"):
        read_document(tmp_path / "khong-co.txt")


def test_the_fingerprint_changes_with_the_bytes_and_with_the_metadata(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT.encode())
    plain, dated = read_document(path), read_document(path, {"date": "2024-01-01"})
    assert plain.sha256 == read_document(path, {"title": " "}).sha256
    assert plain.sha256 != dated.sha256
    assert plain.sha256 != read_document(written(tmp_path, b"other")).sha256
