"""A file into a Document: encoding, metadata lines, and the date that the text itself gives."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import regex

from kg.errors import InputError
from kg.model import Document
from kg.text.normalise import normalise

_META = regex.compile(r"#[ \t]*(title|publisher|url|date)[ \t]*=[ \t]*(.*)", regex.IGNORECASE)
_POSTED = regex.compile(
    r"(?:[Đđ]ăng ngày|[Nn]gày đăng|[Cc]ập nhật|[Xx]uất bản|Thứ (?:hai|ba|tư|năm|sáu|bảy|Hai|Ba|Tư|Năm|Sáu|"
    r"Bảy)|Chủ nhật)[^\d\n]{0,12}(\d{1,2})/(\d{1,2})/(\d{4})"
    r"|^(?![^\n]*(?:[Tt]ính đến|đến ngày|từ ngày|hết ngày|Ảnh|ảnh:))"
    r"(?![^\n]*(?:[Nn]ghị quyết|[Qq]uyết định|[Cc]hỉ thị|[Cc]ông văn|[Kk]ế hoạch|[Cc]hương trình|[Nn]ghị định"
    r"|[Tt]hông (?:báo|tư))(?: liên tịch)? (?:số:? ?)?\d|[ \t]*(?:Căn cứ|Thực hiện|Theo) )[^\n]{0,60}?"
    r"(?:\d{1,2}[:hg]\d{2}[^\d\n]{0,6})?(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})[^\n]{0,60}$"
    r"|\p{Lu}[\p{L} .-]{2,30}(?: ?\([^()\n]{2,24}\))?, ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})",
    regex.MULTILINE,
)
_DATED = regex.compile(r"/\d{1,2}/(?:19|20[0-4])\d")  # "22/7/2106" is misprinted
# A day with strokes is one of publication behind such a word, or in a short line.
_POSTING = ("ăng ngày", "gày đăng", "ập nhật", "uất bản", "Thứ ", "Chủ nhật")
_SHORT_LINE = 60 + 11 + 10 + 60
_HEAD = 700


def read_document(path: Path, meta: Mapping[str, str] | None = None) -> Document:
    """The document of a text file, with what a manifest (``meta``: title, publisher, url, date) knows of it.

    Raises InputError naming the file where it cannot be read or decoded.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the name and its permissions") from error
    return document(path.stem, data, meta, str(path))


def document(
    identifier: str, data: bytes, meta: Mapping[str, str] | None = None, path: str = "", sha256: str | None = None
) -> Document:
    """The document of raw bytes; see ``read_document``. ``sha256`` is its fingerprint, where the caller has one."""
    known = {k: v.strip() for k, v in (meta or {}).items() if v and v.strip()}
    fingerprint = sha256 or _fingerprint(data, known)
    text = normalise(_decode(data, path or identifier))
    for line in text.split("\n", 6)[:6]:
        match = _META.fullmatch(line.strip()) if "#" in line else None
        if match and match[2].strip():
            known.setdefault(match[1].lower(), match[2].strip())
    return Document(
        identifier, text, known.get("title"), known.get("publisher"), known.get("url"),
        _date(known.get("date"), path or identifier) or _posted(text), fingerprint, path,
    )  # fmt: skip


def _fingerprint(data: bytes, known: Mapping[str, str]) -> str:
    digest = hashlib.sha256(data)
    if known:
        digest.update(json.dumps(known, sort_keys=True, ensure_ascii=False).encode())
    return digest.hexdigest()


def _decode(data: bytes, name: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        try:
            return data.decode("cp1258")
        except UnicodeDecodeError:
            raise InputError(
                f"{name}: byte {error.start} is neither UTF-8 nor Windows-1258; save the file as UTF-8"
            ) from error


def _date(value: str | None, name: str) -> date | None:
    if not value:
        return None
    match = regex.match(r"(\d{4})-?(\d{1,2})-?(\d{1,2})(?!\d)|(\d{1,2})/(\d{1,2})/(\d{4})", value)
    try:
        if match:
            y, m, d = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
            return date(int(y), int(m), int(d))
    except ValueError:
        pass
    raise InputError(f'{name}: the date "{value}" is none; write it as 2024-06-11')


def _posted_in(line: str) -> regex.Match[str] | None:
    dated = ("/" in line and _DATED.search(line)) or ", ngày " in line  # as few lines are
    if not dated or (len(line) > _SHORT_LINE and ", ngày " not in line and not any(word in line for word in _POSTING)):
        return None
    return _POSTED.search(line)


def _posted(text: str) -> date | None:
    """The date of publication that the text's own head (or foot) states."""
    for part in (text[:_HEAD], text[-250:] if len(text) > _HEAD else ""):
        match = next((found for line in part.split("\n") if (found := _posted_in(line))), None)
        if match:
            day, month, year = (int(g) for g in match.groups() if g)
            try:
                return date(year, month, day)
            except ValueError:
                continue
    return None
