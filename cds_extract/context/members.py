"""The thing measured, head first, and the same thing for the next member of a list."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from ..expressions import compiled
from ..text.alternation import alternation
from .cues import cue_lists
from .figure import Figure
from .inherit import lasts, without_member
from .joined import join
from .parts import without_lead
from .place_words import is_area
from .placeless import is_name
from .said import predicate
from .scene import MANY, Scene
from .sides import side_of, with_side
from .words import label_words

_CAUSE = compiled(r" do [^,;()]{2,60}$")
_AT = compiled(r"^(?:riêng |còn )?(?:ở |tại )?", re.I)
_SOMEWHERE = "nơi"  # "có nơi 37 độ" says not where
_WORTH = "trị giá"
_WHERE = compiled(r"(?P<at> (?:tại|ở) )(?:các |những |cấp )?[^\W\d_]+(?: [^\W\d_]+){0,3}?(?= và| đạt| được|[,;.]|$)")
_SIDE = 3  # words
_HEAD = 4  # words of a bare head
_APART = "cách "  # a distance is of nothing but where it ends
_GOODS = 5  # words of what is traded
_LONG_OWNER = 12  # words: a longer one is a statement of its own


def _opposite(base: str, member: str) -> int:
    """Where in the base what the member takes the place of begins: "đúng hạn" for "trễ hạn"; 0 if nothing does."""
    for one in _opposites():
        if one.match(f" {member}") and (found := one.search(base)):
            return found.start()
    return 0


@cache
def _opposites() -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(rf" {alternation(words)}(?= |$)") for words in cue_lists("members")["opposites"].values())


@cache
def _processes() -> re.Pattern[str]:
    return compiled(alternation(cue_lists("members")["processes"], begin=r"(?<!\w.)") + r"(?= )")


def head_first(scene: Scene, text: str) -> str:
    """Whose it is stands behind the thing: "Nhà máy có công suất" is "công suất của Nhà máy". What moved it
    is no part of it: "góp phần đưa tỷ lệ che phủ rừng" is "tỷ lệ che phủ rừng"."""
    if " " not in text:
        return text
    words, low = label_words(), " " + text.lower()
    first = words.measured.search(low)
    if first is None:
        return text
    if first.start() == 0:  # "GRDP của tỉnh có tốc độ tăng" is "tốc độ tăng GRDP của tỉnh"
        rate = _has_rate().search(low)
        return f"{text[rate.end() - 1 :]} {text[: rate.start() - 1]}" if rate else text
    moved = [found.end() for found in words.moves.finditer(low) if words.measured.match(low, found.end())]
    moved += [found.end() for found in words.turns.finditer(low, 0, first.start() + 1) if found.end() == first.start()]
    if moved and " " in text[moved[-1] :]:
        return text[moved[-1] :]
    owns = next((found for found in words.owns.finditer(low) if words.measured.match(low, found.end())), None)
    if owns is None:
        return _worth(text, low)
    owner, thing = text[: max(0, owns.start() - 1)], text[owns.end() :]
    before, had, of = owner.partition(" có ")
    owner = _owner(owner if not had else of if owns.group() == " có" else before)
    told = len(thing.split()) > 2 and (is_area(owner) or scene.is_place(owner))  # by the record's place and subject
    if not owner or told or _this().search(owner.lower()) or words.speaker.fullmatch(owner):
        return thing
    if len(owner.split()) > _LONG_OWNER or thing.lower() in cue_lists("members")["deeds"]:
        return text
    return f"{thing} {owner}" if owns.group() == " với" else f"{thing} của {owner}"


def _worth(text: str, low: str) -> str:
    """ "khoản vay trị giá" is "trị giá khoản vay"."""
    owner = _owner(text[: -len(_WORTH)]) if low.endswith(f" {_WORTH}") else ""
    return f"{_WORTH} {owner}" if 0 < len(owner.split()) <= _LONG_OWNER else text


def _owner(text: str) -> str:
    """Whose it is, without what leads up to it and what only says how it came to have it."""
    words = label_words()
    text = words.told.strip(without_lead(text.strip()))
    return words.owner_end.sub("", words.owner_begin.sub("", text))


def whose(base: str) -> str:
    """What a thing measured is of, for another measure of it: "vốn đầu tư của Nhà máy" and "Diện tích gieo trồng lúa"
    give "của Nhà máy" and "lúa". What measures nothing is itself what the next thing is of."""
    return label_words().grown.sub("", _behind_bare_heads(base))


def elsewhere(scene: Scene, figure: Figure, base: str) -> str:
    """ "90% hồ sơ tại Bộ được số hóa, 80% tại các sở": the same where the words behind the figure say."""
    where = _WHERE.match(scene.low(figure.end, figure.right[1])) if figure.kind == "percent" else None
    if where is None or where["at"] not in base:
        return base
    place = scene.text(figure.end, figure.end + where.end()).strip()
    if scene.is_place(place.partition(" ")[2]):
        return base
    said = predicate(base)
    return join(f"{base[: base.index(where['at'])]} {place}", said)


def other_side(base: str, left: str) -> str:
    """ "Kim ngạch xuất khẩu đạt …; nhập khẩu …": what of the same measure stands on the other side, if anything."""
    stands = _opposite(base.lower(), left.lower()) if left.count(" ") < _SIDE else 0
    return f"{base[:stands]} {left}" if stands and label_words().measured.match(f" {base[:stands].lower()}") else ""


def told_before(before: Figure | None, left: str, sum_: str) -> str:
    """What was done with the sum named before, or what a part adds to the whole: "đã giải ngân" of "Tổng vốn đầu tư
    công được giao" is "giải ngân vốn đầu tư công". `sum_` is the last sum that a sentence before named."""
    words, named = label_words(), (before.base or before.label) if before else sum_
    if before is not None and words.contributes.match(left):
        return join(named, left)
    money = before is None or before.kind == "money"
    fund = words.total.sub("", named)
    if not money or not words.spends.match(left) or not words.funds.match(f" {fund.lower()}"):
        return ""
    said = words.auxiliary.search(f" {fund.lower()} ")
    return f"{left} {fund[: said.start()] if said else fund}".strip()


def source_of(scene: Scene, index: int, left: str) -> str:
    """Where a part of a sum came from, behind the sum: "Tổng kinh phí là 14 tỷ đồng, gồm ngân sách tỉnh 9 tỷ đồng"."""
    words = label_words()
    figure = scene.figures[index]
    if figure.kind != "money" or not words.sources.match(left):
        return ""
    end = figure.start
    for whole in islice(scene.peers(index), MANY):
        if whole.kind != "money":
            return ""
        if not words.sources.match(whole.base or whole.label):
            return _from(whole.base or whole.label, left) if words.parts.search(scene.low(whole.end, end)) else ""
        end = whole.start
    before = scene.topic.bases.get(("money", "level"), "")
    return _from(before, left) if words.parts.match(scene.view) else ""


def _from(whole: str, source: str) -> str:
    """A sum, and where a part of it came from; of what somebody did, the source alone is clearer."""
    words = label_words()
    whole = words.total.sub("", whole)
    return f"{whole} từ {source}" if words.measured.match(f" {whole.lower()}") else ""


def lost(scene: Scene, index: int, left: str) -> str:
    """A loss, with what the sentence tells that it came of: "thiệt hại do bão số 3"."""
    if left.lower() not in cue_lists("members")["losses"]:
        return ""
    told = (_CAUSE.search(before.label) for before in islice(scene.peers(index), MANY))
    cause = next((found.group() for found in told if found), "")
    return f"{left}{cause}" if cause else ""


def _behind_bare_heads(base: str) -> str:
    """Without the words at its beginning that say nothing alone: "lúa" of "tổng diện tích lúa"."""
    words, bare = base.split(), label_words().bare
    heads = max((n for n in range(1, min(_HEAD, len(words)) + 1) if bare.match(" ".join(words[:n]))), default=0)
    return " ".join(words[heads:])


def in_respect(base: str, respect: str) -> str:
    """What of a thing moved: "trị giá xuất khẩu cao su" that grew "về lượng" is "lượng xuất khẩu cao su"."""
    return join(respect, _behind_bare_heads(base))


def same_measure(figure: Figure, before: Figure | None) -> bool:
    """Can the two be values of one thing? What is counted in tonnes is no area."""
    if before is None or not figure.kind == before.kind == "measure":
        return True
    return figure.unit == before.unit


@cache
def _has_rate() -> re.Pattern[str]:
    return compiled(rf"(?<=\w) có (?={alternation(cue_lists('members')['rates'])} )")


@cache
def _this() -> re.Pattern[str]:
    """An owner that is not named."""
    lists = cue_lists("members")
    return compiled(f"(?:^| ){alternation(lists['this'])}$|^{alternation(lists['nameless'])}$")


@cache
def _extent() -> re.Pattern[str]:
    return compiled(f" {alternation(cue_lists('members')['extents'])}$")


def with_member(base: str, member: str, figure: Figure, before: Figure | None) -> str:
    """The thing that a list measures, for this member of it."""
    low = member.lower()
    if stands := _opposite(base.lower(), low):
        return f"{base[:stands]} {member}"
    if figure.kind == "count":
        return join(base if figure.opener >= 0 else without_member(base), member)
    if low == _SOMEWHERE:
        return base
    if low in cue_lists("members")["extents"]:
        return join(_extent().sub("", base), member)
    if figure.kind == "money" and side_of(low) == low:
        return with_side(base, member)
    if not same_measure(figure, before) or low.startswith(_APART):
        return member
    return _next_member(base, member, figure.opener >= 0)


def _next_member(base: str, member: str, nested: bool) -> str:
    """A base that measures nothing is only another member: of two members the later stands, with what is said of the
    earlier where the two are alike."""
    words, low = label_words(), member.lower()
    first, last = low.partition(" ")[0], low.rpartition(" ")[2]
    alike = f" {base.lower()} ".find(f" {first} ")
    if " " in low and base.lower().endswith(f" {last}") and alike <= 0:
        return member
    if alike == 0 and not words.measured.match(f" {low}"):
        thing = words.measured.search(f" {base.lower()}")
        rest = predicate(base) or (base[thing.start() :] if thing else "")
        return member if words.acting.search(low) else join(member, rest)
    if nested:
        return join(base, member)
    if _processes().match(low) and (deed := _processes().search(base.lower())):
        head = base[: deed.start()].strip()
        if not head or words.bare.match(head):  # "Tỷ lệ số hóa hồ sơ đạt 98%, thanh toán trực tuyến 72%"
            return join(head, member)
    clause = first in cue_lists("members")["clause"]
    if alike > 0 and not clause and words.measured.match(f" {base.lower()}"):
        return join(words.hanging.strip(without_member(base[: alike - 1])), member)
    base = without_member(base)
    said = words.generic, words.group, words.modifier, words.adverbial
    bare = _AT.sub("", member)
    goes_on = clause or is_area(bare) or any(pattern.match(bare.lower()) for pattern in said)
    traded = None if goes_on or not (" " in low or is_name(member)) else words.of_goods.match(base)
    if traded and len(base[traded.end() :].split()) <= _GOODS:
        return join(base[: traded.end()], member)
    return join(base, member) if goes_on or lasts(base) else member
