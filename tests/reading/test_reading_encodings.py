"""Every encoding re-encoded, told and read back as it was; clean text never touched; no guess without evidence."""

from io import BytesIO

import pytest
from legacy_writers import WRITERS, shown_as_cp1252
from made_texts import REPORT, windows

from cds_extract.errors import UnreadableSource
from cds_extract.reading.encodings import decode
from cds_extract.reading.source import Source

TEXTS = [REPORT, *windows(600, 200), *windows(120, 41)]
UNICODE = {
    "utf-8": lambda text: text.encode("utf-8"),
    "utf-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-16-le with a mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16-be with a mark": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
}


@pytest.mark.parametrize("name", UNICODE)
def test_unicode_is_read_back(name: str) -> None:
    for text in TEXTS:
        assert decode(UNICODE[name](text), "x") == (text, name.removesuffix(" with a mark"))


def same(name: str, got: str, text: str) -> bool:
    """TCVN3 has no capitals with tones: they come back small."""
    return got.lower() == text.lower() if name == "TCVN3" else got == text


@pytest.mark.parametrize("name", WRITERS)
def test_legacy_bytes_are_told_and_read_back(name: str) -> None:
    for text in TEXTS:
        got, encoding = decode(WRITERS[name](text), "x")
        assert encoding == name and same(name, got, text)


@pytest.mark.parametrize("name", WRITERS)
def test_legacy_bytes_shown_as_windows_1252_are_told_and_read_back(name: str) -> None:
    for text in TEXTS:
        got, encoding = decode(shown_as_cp1252(WRITERS[name](text)).encode("utf-8"), "x")
        assert encoding == f"{name} shown as windows-1252" and same(name, got, text)


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "Không dấu: Toan tinh co 12 xa, dat 80%",
        "Bảng «lá», «đá», º và » đứng riêng; XÃ HỘI\u00a0HÓA, NGHÌN tỷ; Ã, Â",
        "The café served 12 crêpes to the naïve señor at 5 o'clock; Ångström was there.",
        "Trung tâm A\r\n\u200bcó \u00ad12 xã\u2028và 3 huyện\u000b1\ufeff",
        "e\u0302\u0301 tie\u0302\u0301ng Vie\u0323\u0302t",
        "\U0001f525 12 xã, Мелник, ﬁ, ½, 15 µm",
    ],
)
def test_clean_text_is_never_touched(text: str) -> None:
    assert decode(text.encode("utf-8"), "x") == (text, "utf-8")


def test_utf8_with_a_few_broken_bytes_is_said_to_be_damaged() -> None:
    data = REPORT.encode("utf-8")
    text, encoding = decode(data[:200] + b"\xc3" + data[200:], "x")
    assert encoding == "utf-8 (damaged)" and "chuyển đổi số" in text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"  \r\n\t \n", "blank"),
        ("  \n".encode("utf-16"), "blank"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", "binary"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\xff\xff", "binary"),
        (bytes(range(256)) * 20, "binary"),
        ("Größe, Länge, Übermaß, Höhe, schön, süß, Öl, für".encode("cp1252"), "encoding"),
        ("Привет, это обычный русский текст о погоде и числах".encode("cp1251"), "encoding"),
        ("これは日本語の文章です。数字は12です。".encode("shift-jis"), "encoding"),
        ("Chỉ có 3 xã".encode() + b"\xff\xfe\xff", "encoding"),
    ],
)
def test_what_is_not_text_fails_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        decode(Source("x").data(BytesIO(data)), "x")
    assert caught.value.key == reason  # type: ignore[attr-defined]


def test_time_grows_with_length_only() -> None:
    text = WRITERS["TCVN3"](REPORT) * 2_000
    assert decode(text, "x")[1] == "TCVN3"
