"""Words and parts of speech: offsets hold, numbers stay alone, and nothing is loaded before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest

from cds_extract.context import nlp

SENTENCE = "Công an cấp 1.250 tài khoản định danh, hướng dẫn người dân cài đặt; 88/143 đài truyền thanh đã chuyển đổi"
LOADED = "print(sorted({'underthesea', 'underthesea_core', 'joblib'} & set(sys.modules)))"


def read(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], pos) for start, end, pos in nlp.words(text)]


def test_words_are_spans_of_the_text() -> None:
    found = read(SENTENCE)
    assert "".join(word.replace(" ", "") for word, _ in found) == SENTENCE.replace(" ", "")
    assert ("tài khoản", "N") in found and ("hướng dẫn", "V") in found and (",", "CH") in found


@pytest.mark.parametrize("number", ["1.250", "88/143", "12", "\ue005", "\ue003", "\ue0ff"])
def test_a_number_is_a_word_of_its_own(number: str) -> None:
    found = read(f"có {number} đài truyền thanh")
    assert found[:2] == [("có", "V"), (number, "M")] and found[2][0].startswith("đài")


@pytest.mark.parametrize("text", ["", " \n", "\ud800", "🙂 5 xã", "a.a.a"])
def test_strange_text_is_no_matter(text: str) -> None:
    assert "".join(word for word, _ in read(text)) == "".join(text.split())


def test_an_odd_space_stands_inside_a_word() -> None:
    assert read("xã\u00a0hội")[0][0] == "xã\u00a0hội"


def test_long_text_is_cut() -> None:
    started = process_time()
    assert nlp.words("1.1.1." * 20_000)[-1].end <= nlp.LONGEST
    assert process_time() - started < 1


def test_the_lean_way_agrees_with_the_package() -> None:
    """Of nine sentences the words are the same but for what our own tokens decide."""
    from underthesea import word_tokenize

    same = 0
    sentences = [line for line in Path(__file__).read_text("utf-8").splitlines() if line.startswith("#: ")]
    for sentence in sentences:
        same += [word for word, _ in read(sentence[3:])] == word_tokenize(sentence[3:])
    assert len(sentences) - same <= 1 and len(sentences) > 8


#: Người dân được hướng dẫn nộp hồ sơ trực tuyến ngay tại nhà văn hóa thôn
#: Cán bộ một cửa tiếp nhận, số hóa và trả kết quả đúng hạn cho doanh nghiệp
#: Tổ công nghệ số cộng đồng hỗ trợ bà con cài đặt ứng dụng thanh toán
#: Tỉnh ủy ban hành nghị quyết về chuyển đổi số, xây dựng chính quyền điện tử
#: Hạ tầng viễn thông tiếp tục được đầu tư, mở rộng đến vùng sâu, vùng xa
#: Ngành y tế triển khai hồ sơ bệnh án điện tử, đơn thuốc điện tử
#: Doanh nghiệp vừa và nhỏ sử dụng nền tảng số còn ít
#: Kinh phí thực hiện lấy từ ngân sách địa phương và nguồn xã hội hóa
#: Sở Nội vụ đề nghị các địa phương rà soát thủ tục hành chính


def test_the_public_way_gives_words_of_the_same_length() -> None:
    syllables = ["Tiếp", "nhận", "10", "hồ", "sơ", ",", "giải", "quyết", "đúng", "hạn"]
    assert nlp._by_package()(syllables)[:3] == [(2, "V"), (1, "M"), (2, "N")]


def test_without_underthesea_labels_are_cut_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "_words", None)
    monkeypatch.setitem(sys.modules, "underthesea", None)
    monkeypatch.setitem(sys.modules, "underthesea_core", None)
    with pytest.warns(UserWarning, match="--nlp off"):
        assert nlp.words("Tiếp nhận hồ sơ") == []
    monkeypatch.setattr(nlp, "_words", None)


def python(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", "import sys\n" + code], capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout.replace("'", '"'))
    return found


def test_importing_costs_nothing_and_the_package_is_never_run() -> None:
    assert python("from cds_extract.context import nlp\n" + LOADED) == []
    assert python("from cds_extract.context.nlp import words\nwords('hồ sơ')\n" + LOADED) == ["underthesea_core"]


def test_a_plain_run_needs_none_of_it() -> None:
    """An article whose labels have no comma to think about."""
    run = "from cds_extract import extract\nextract('Cả xã có 12 thôn. Tỷ lệ hộ nghèo là 3,5%.')\n"
    assert python(run + LOADED) == []
