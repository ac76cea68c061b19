"""The one page to send, opened cold and offline by a real Chromium at two sizes."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from export_graph import NASTY_TITLE, ROOT, Text, facts_of, make_store, texts
from kg.errors import ExportError
from kg.export import export
from kg.export import html as page_module
from kg.export.places import SEATS
from kg.model import Fact, Observation
from kg.store.oxigraph import OxigraphStore

NODE = shutil.which("node")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PAGE = ROOT / "web" / "test" / "page.mjs"
BUNDLED = (page_module.ASSETS / "page.js").is_file()
PLAYWRIGHT = (ROOT / "web" / "node_modules" / "playwright-core").is_dir()
needs_bundle = pytest.mark.skipif(not BUNDLED, reason="needs the bundled page: `make web` with Node.js")
needs_browser = pytest.mark.skipif(
    not (BUNDLED and NODE and CHROMIUM and PLAYWRIGHT), reason="needs Node.js, `npm ci` in web/, and Chromium"
)


@pytest.fixture(scope="module")
def store() -> Iterator[OxigraphStore]:
    with make_store() as made:
        yield made


@pytest.fixture(scope="module")
def page(store: OxigraphStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("html") / "trang.html"
    export(store, "html", path)
    return path


def data_of(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def browse(page: Path, folder: Path, *more: Path, **environment: str) -> dict[str, Any]:
    assert NODE
    assert CHROMIUM
    command: list[str | Path] = [NODE, PAGE, page, CHROMIUM, folder, *more]
    done = subprocess.run(command, capture_output=True, check=False, timeout=110, env={**os.environ, **environment})
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@needs_bundle
def test_the_page_holds_every_fact_and_its_sentences(page: Path, store: OxigraphStore) -> None:
    data = data_of(page.read_text(encoding="utf-8"))
    facts = facts_of(store)
    assert len(data["facts"]) == len(facts)
    assert set(data["sentences"]) == {fact.evidence.sentence for fact in facts}
    assert {document["title"] for document in data["documents"]} == {text.title for text in texts()}
    marked = set()
    for *_, claims, _base in data["facts"]:
        for _, start, finish, sentence, at in claims:
            marked.add(data["sentences"][sentence][start - at : finish - at])
    assert {"33", "105,3", "120.000", "99/KH-UBND", "Trần Ví Dụ"} <= marked


@needs_bundle
def test_the_page_asks_for_nothing_outside_and_runs_one_script(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in text
    assert "default-src 'none'" in text
    head = text.partition('<script type="application/json"')[0]
    assert not re.search(r"""(?:src|href)\s*=|url\(\s*['"]?(?!data:)|@import""", head)
    assert text.count("</script") == 2
    assert NASTY_TITLE not in text


@needs_bundle
def test_a_title_that_looks_like_a_place_of_the_frame_stays_text(store: OxigraphStore, tmp_path: Path) -> None:
    export(store, "html", tmp_path / "a.html", {"title": "{{script}} <b>", "lang": "en"})
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<title>{{script}} &lt;b&gt;</title>" in text
    assert '<html lang="en">' in text


def test_without_the_bundle_the_remedy_is_said(
    store: OxigraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "ASSETS", tmp_path / "none")
    with pytest.raises(ExportError, match=r"Node\.js.*make web"):
        export(store, "html", tmp_path / "a.html")
    assert not (tmp_path / "a.html").exists()


@pytest.mark.browser
@needs_browser
def test_a_user_finds_the_zones_and_the_sentence_behind_a_figure(
    page: Path, store: OxigraphStore, tmp_path: Path
) -> None:
    export(store, "cytoscape", tmp_path / "a.cyjs")
    found = browse(page, tmp_path, tmp_path / "a.cyjs")
    assert found["cytoscape"]["coloured"] > 2000
    facts = facts_of(store)
    for name in ("desk", "phone"):
        seen = found[name]
        assert seen["errors"] == []
        assert seen["requests"] == []
        assert seen["wide"] <= 0, "the page is wider than its window"
        assert seen["coloured"] > 1000, "the network shows nothing"
        assert seen["found"][0].startswith("Bắc Giang")
        assert "KCN Sông Thử" in seen["panel"]
        assert "105,3 ha" in seen["panel"]
        assert "Năm 2024 xuất khẩu của tỉnh là 33 tỷ USD." in seen["panel"]
        assert "33" in seen["marks"]
        assert "Kim ngạch" in seen["charts"]
        assert seen["bars"] >= 2
        assert seen["plot"] == 1
        assert seen["plotted"] > 100
        assert seen["count"] == f"{len(facts)} số liệu"
        assert seen["rows"] > 5
        assert seen["narrowed"] == "2 số liệu"
        assert "27 billion USD" in seen["english"] or "tonne/year" in seen["english"]
        # Nothing that a document says may run, load or become an element.
        assert seen["hacked"] is None
        assert seen["injected"] == 0
        assert all(link.startswith(("https://", "http://")) for link in seen["links"])
    assert found["desk"]["clicked"], "a click on a drawn thing opens it"
    assert found["desk"]["unfiltered"] == found["desk"]["filtered"] - 1


def many(count: int) -> Iterator[Text]:
    """Documents with figures of all provinces, as many as are wanted."""
    codes, indicators = list(SEATS), ("export-turnover", "import-turnover", "iip", "investment-projects", "gdp")
    for number in range(count // 50):
        text = Text(f"bai-{number}", f"Bài viết số {number}", codes[number % len(codes)])
        for line in range(50):
            said = text.says(f"Câu {line} của bài {number} nêu con số {number * 50 + line + 1} tỷ USD.", "tỷ")
            fact: Fact = Observation(
                said, indicators[line % 5], "level", Decimal(number * 50 + line + 1) * 10**9, "USD",
                period=str(2010 + line % 15), area=text.area,
            )  # fmt: skip
            text.facts.append(fact)
        yield text


@pytest.mark.slow
@pytest.mark.browser
@needs_browser
def test_twenty_thousand_facts_stay_usable(tmp_path: Path) -> None:
    readings = [text.reading() for text in many(20_000)]
    with make_store(readings) as store:
        export(store, "html", tmp_path / "a.html")
    seen = browse(tmp_path / "a.html", tmp_path, PAGE_SIZES="1")["desk"]
    assert seen["errors"] == []
    assert seen["ready"] < 10_000
    assert seen["count"] == "20.000 số liệu"
    assert seen["rows"] < 100, "only what is in view is in the document"
    assert seen["coloured"] > 1000
