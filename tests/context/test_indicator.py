"""The canonical indicators: what their files must hold, and that each example and counter-example comes out so."""

from __future__ import annotations

import re
from unicodedata import is_normalized

import pytest

from cds_extract.article import Article
from cds_extract.context.indicator import indicator_of, indicators
from cds_extract.context.indicators_load import Case, load_indicators
from cds_extract.errors import BrokenRules
from cds_extract.extract import extract_article
from cds_extract.rules import patterns_directory

ENTRY = """group: Thử
indicators:
  - id: thu
    vi: Số phòng họp không giấy
    en: Paperless rooms
    unit: phòng
    direction: more
    kinds: [count]
    phrases: [phòng họp không giấy]
    examples: [phòng họp không giấy tờ, phòng họp không giấy]
    counter: [phòng họp]
"""


def told(case: Case) -> str | None:
    return indicator_of(case.label, case.kind, case.unit, case.aspect, case.context)


@pytest.mark.parametrize("indicator", indicators(), ids=lambda one: one.id)
def test_examples_are_told_and_counter_examples_are_not(indicator):
    wrong = [case for case in indicator.examples() if told(case) != indicator.id]
    wrong += [case for case in indicator.counter() if told(case) == indicator.id]
    assert not wrong, [(case, told(case)) for case in wrong]


def test_there_are_enough_and_each_is_whole():
    ids = [indicator.id for indicator in indicators()]
    assert len(ids) == len(set(ids)) >= 200
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in ids)
    for indicator in indicators():
        assert len(list(indicator.examples())) >= 2, indicator.id
        assert len(list(indicator.counter())) >= 1, indicator.id
        assert indicator.set and indicator.group, indicator.id


def test_no_id_stands_in_two_files():
    files = (patterns_directory() / "indicators").glob("*.yaml")
    ids = [name for path in files for name in re.findall(r"^  - id: (\S+)", path.read_text(encoding="utf-8"), re.M)]
    assert len(ids) == len(set(ids)) == len(indicators())


def test_ranks_are_better_when_smaller_and_only_ranks_take_ranks():
    for indicator in indicators():
        ranks = indicator.id.endswith("-hang") and not indicator.id.endswith("khach-hang")
        assert (indicator.kinds == ("rank",)) == ranks, indicator.id
        assert indicator.direction == "less" or not ranks, indicator.id


def test_every_list_is_used_and_every_synonym_has_one_meaning():
    found, words = load_indicators()
    said = " ".join(
        phrase
        for one in found
        for phrase in (*one.phrases, *one.vetoes, *one.unless, *(part for hint in one.hints for part in hint))
    )
    assert not [name for name in words.lists if f"<{name}>" not in said]
    forms = [form.lower() for all_forms in words.synonyms.values() for form in all_forms]
    assert not {form for form in forms if forms.count(form) > 1}


def test_files_are_composed():
    for path in (patterns_directory() / "indicators").glob("*.yaml"):
        assert is_normalized("NFC", path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize(
    ("label", "kind", "unit", "aspect", "indicator"),
    [
        ("dịch vụ công", "percent", "điểm phần trăm", "change", None),
        ("Chỉ số PAPI", "rank", "bậc", "change", "papi-hang"),
        ("hồ sơ trực tuyến", "percent", "%", "level", "ho-so-truc-tuyen-ty-le"),
        ("hồ sơ trực tuyến", "count", "hồ sơ", "level", "ho-so-truc-tuyen"),
        ("hồ sơ trực tuyến", "money", "VND", "level", None),
        ("", "count", None, "level", None),
    ],
)
def test_the_kind_tells_first(label, kind, unit, aspect, indicator):
    assert indicator_of(label, kind, unit, aspect) == indicator


def test_tone_style_case_and_abbreviation_do_not_matter():
    forms = ("Tỉ lệ số hoá hồ sơ TTHC", "tỷ lệ số hóa hồ sơ thủ tục hành chính", "TỶ LỆ SỐ HÓA HỒ SƠ")
    assert {indicator_of(form, "percent", "%", "level") for form in forms} == {"ho-so-so-hoa-ty-le"}


def test_a_users_indicator_is_added_and_replaces(tmp_path):
    (tmp_path / "own.yaml").write_text(ENTRY, encoding="utf-8")
    ours = patterns_directory() / "indicators"
    assert [one.id for one in load_indicators(ours, tmp_path)[0]][-1] == "thu"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("    unit: phòng\n", "", "unit is missing"),
        ("direction: more", "direction: up", "direction"),
        ("kinds: [count]", "kinds: [counts]", "unknown kind counts"),
        ("    vi:", "    name: x\n    vi:", "unknown key 'name'"),
        ("    unit: phòng\n", "    unit: phòng\n    unit: họp\n", "twice"),
        ("group: Thử", "group: [", "YAML"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(tmp_path, old, new, problem):
    (tmp_path / "own.yaml").write_text(ENTRY.replace(old, new), encoding="utf-8")
    with pytest.raises(BrokenRules, match=r"own\.yaml") as refused:
        load_indicators(tmp_path)
    assert problem in str(refused.value)


@pytest.mark.parametrize(
    ("label", "kind", "unit", "clause", "indicator"),
    [
        (
            "thủ tục",
            "count",
            "thủ tục",
            ("huyện cung cấp dịch vụ công trực tuyến mức độ 3 cho ", " thủ tục"),
            "dvc-muc-do-3",
        ),
        ("giải quyết số hóa", "percent", "%", ("kết quả giải quyết số hóa đạt ", ""), "ket-qua-so-hoa-ty-le"),
        ("đánh giá tại website", "percent", "%", ("Mức độ hài lòng do bà con đánh giá là ", ""), "hai-long-tthc-ty-le"),
        # far from the figure, and not at the head of the clause
        ("diện tích", "percent", "%", ("xã nay phủ sóng 4G ở khắp nơi và dành cho rừng phòng hộ ", " diện tích"), None),
        # the label's own words, and those right before the figure, still veto
        ("hồ sơ xét tuyển", "count", "hồ sơ", ("trường đã tiếp nhận ", " hồ sơ xét tuyển"), None),
        ("mức tăng trưởng GRDP", "percent", "%", ("mức tăng trưởng GRDP của cả nước đạt ", ""), None),
        # too common a phrase outside a label
        ("chi phí", "percent", "%", ("địa chỉ số ", ""), None),
    ],
)
def test_the_clause_is_asked_where_the_label_says_nothing(label, kind, unit, clause, indicator):
    assert indicator_of(label, kind, unit, "level", clause=clause) == indicator


def test_a_round_up_goes_on_with_the_indicator_of_the_figure_before():
    text = (
        "Giải ngân vốn đầu tư công cả vùng đạt 46%. Tiền Giang 61%; Bến Tre 58%; quận Ô Môn 52%.\n"
        "Tỷ lệ sinh viên có việc làm ở Bến Tre là 90%; Tiền Giang 85%."
    )
    found = extract_article(Article(text=text, source="bao.txt"), nlp="off")
    assert [metric.indicator for metric in found] == ["giai-ngan-dau-tu-cong-ty-le"] * 4 + [None, None]
