"""Pages: the article and nothing round it; the title, day and site that can be trusted; ten pages marked by hand."""

import hashlib
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from made_files import web_page
from made_texts import PARAGRAPH, REPORT

from cds_extract.article import Article
from cds_extract.errors import UnreadableSource
from cds_extract.reading.formats import Wanted
from cds_extract.reading.markup import text_of

pytest.importorskip("lxml")

from cds_extract.reading.webpage import page

TITLE, *BODY = REPORT.strip().split("\n")
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)
MARKED = json.loads((Path(__file__).parent / "marked_pages.json").read_text(encoding="utf-8"))


def read(markup: str | bytes, charset: str | None = None) -> Article:
    data = markup.encode("utf-8") if isinstance(markup, str) else markup
    (article,) = page(data, "x.html", Wanted(), charset)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1>{PARAGRAPHS}",
        f"<table><tr><td><h2>{TITLE}</h2></td></tr><tr><td>{PARAGRAPHS}</td></tr></table>",
        f"<div class='sidebar'><div><h1>{TITLE}</h1>{PARAGRAPHS}</div></div>",
        f"<form><article><div><div><p>{TITLE}</p></div>{PARAGRAPHS}</div></article></form>",
        f"{TITLE}<br>" + "<br>".join(BODY),
    ],
)
def test_the_article_without_what_stands_round_it(body: str) -> None:
    article = read(web_page(body))
    assert article.text.split("\n") == [TITLE, *BODY] and article.title == TITLE


def test_captions_and_links_inside() -> None:
    body = f"<h1>{TITLE}</h1>{PARAGRAPHS}<p>Ảnh: Lớp học số ở xã</p><p>Tin: <b>Lan Anh</b></p>"
    inside = body.replace("</p><p>Theo", f"</p><p><a href='/khac'>Xem thêm: một bài khác hẳn</a></p><p>Theo {' '}", 1)
    assert read(web_page(inside)).text.split("\n") == [TITLE, *BODY, "Ảnh: Lớp học số ở xã", "Tin: Lan Anh"]


def test_rows_of_a_table_are_lines() -> None:
    rows = "<tr><td><p>Xã</p></td><td><p>Tỷ lệ</p></td></tr><tr><td>Một</td><td>52,8%</td></tr>"
    text = read(web_page(f"<h1>{TITLE}</h1><p>{PARAGRAPH}</p><table>{rows}</table><p>{PARAGRAPH}</p>")).text
    assert text.split("\n") == [TITLE, PARAGRAPH, "Xã | Tỷ lệ", "Một | 52,8%", PARAGRAPH]


def test_entities_escaped_twice() -> None:
    twice = PARAGRAPH.replace("à", "&amp;agrave;").replace(" ", "&amp;nbsp;", 1)
    text = read(web_page(f"<h1>{TITLE}</h1><p>{twice}</p><p>Sở TT&amp;TT;</p>{PARAGRAPHS}")).text
    assert PARAGRAPH.replace(" ", "\u00a0", 1) in text and "Sở TT&TT;" in text


METADATA = {
    "og": '<meta property="article:published_time" content="2023-06-16T09:13:00+07:00">'
    f'<meta property="og:title" content="{TITLE} - Báo Mẫu"><meta property="og:url" content="https://www.bao.example/a/1">',
    "linked data": '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], '
    f'"headline": "{TITLE}", "datePublished": "2023-06-16"}}]}}</script>'
    '<link rel="canonical" href="https://bao.example/a/1">',
    "names": f'<title>{TITLE} | Báo Mẫu</title><meta itemprop="datePublished" content="16/06/2023 09:13">'
    '<link rel="canonical" href="https://bao.example/a/1">',
}


@pytest.mark.parametrize("kind", METADATA)
def test_metadata_that_can_be_trusted(kind: str) -> None:
    article = read(web_page(f"<p>{TITLE}</p>{PARAGRAPHS}", METADATA[kind]))
    assert (article.title, article.published, article.site) == (TITLE, date(2023, 6, 16), "bao.example")


def test_metadata_that_cannot() -> None:
    head = (
        '<title>Home</title><meta property="og:title" content="Cổng thông tin điện tử của tỉnh">'
        '<meta name="pubdate" content="2010-01-01"><link rel="canonical" href="https://mau.example/">'
        '<script type="application/ld+json">{"@type": broken</script>'
    )
    article = read(web_page(f"<h1>{TITLE}</h1>{PARAGRAPHS}", head))
    assert (article.title, article.published, article.url, article.site) == (TITLE, None, None, None)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_pages_in_other_encodings(encoding: str) -> None:
    assert read(web_page(f"<h1>{TITLE}</h1>{PARAGRAPHS}").encode(encoding)).text == REPORT.strip()


def test_pages_in_old_encodings() -> None:
    from legacy_writers import WRITERS

    for name in ("VNI", "windows-1258", "VISCII"):
        article = read(WRITERS[name](f"<html><body><h1>{TITLE}</h1>{PARAGRAPHS}</body></html>"))
        assert (article.text, article.encoding) == (REPORT.strip(), name)


def test_the_page_or_the_server_names_an_encoding_that_is_not_vietnamese() -> None:
    words = "Die Größe beträgt 12 Prozent, für alle Länder gleich, schöne Grüße aus Österreich und der Schweiz. "
    data = f'<html><head><meta http-equiv="x" content="text/html; charset=iso-8859-1"></head><p>{words * 3}'.encode(
        "latin-1"
    )
    assert read(data).encoding == "iso-8859-1" and "Größe" in read(data).text
    assert read(data.replace(b"charset", b"nothing"), "windows-1252").encoding == "windows-1252"


LINKS = "<ul>" + "<li><a href='/'>Tin số một</a></li>" * 40 + "</ul>"


@pytest.mark.parametrize("body", ["", "<p>Trang chủ</p>", LINKS])
def test_a_page_without_an_article_is_an_error(body: str) -> None:
    with pytest.raises(UnreadableSource, match="no article"):
        read(web_page(body))


def tokens(text: str) -> Counter[str]:
    return Counter(word.lower() for word in re.findall(r"\w+", text))


def marked_text(markup: str, article: list[dict[str, object]]) -> str:
    """The words of a page between the marks of our notes: first words, last words, and how many there are."""
    words = text_of(markup).split()
    spans = []
    for mark in article:
        first, last, size = str(mark["starts"]).split(), str(mark["ends"]).split(), int(str(mark["tokens"]))
        spans.append(
            next(
                words[at : at + size]
                for at in range(len(words))
                if words[at : at + len(first)] == first and words[at + size - len(last) : at + size] == last
            )
        )
    return " ".join(word for span in spans for word in span)


@pytest.mark.parametrize("held_out", [False, True])
def test_the_words_of_pages_marked_by_hand(shared: Path, held_out: bool) -> None:
    """Measured: precision 0.997 and recall 0.999 on the ten pages that the extractor was made with, 1.000 and 0.986
    on eight of the same sites that it was not; trafilatura 0.855 and 0.881, 0.840 and 0.816."""
    precision, recall = [], []
    for note in (note for note in MARKED if note["held_out"] is held_out):
        data = (shared / "corpus" / "pages" / note["page"]).read_bytes()
        assert hashlib.sha256(data).hexdigest().startswith(note["sha256"])
        expected, got = tokens(marked_text(data.decode("utf-8"), note["article"])), tokens(read(data).text)
        precision.append((expected & got).total() / got.total())
        recall.append((expected & got).total() / expected.total())
    assert sum(precision) / len(precision) >= 0.99
    assert sum(recall) / len(recall) >= 0.98
