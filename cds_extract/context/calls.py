"""What a sentence says of whose its figures are: a name, "toàn tỉnh", "Chi cục đã …"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ..article import NUMBER_CHARS, Page, Sentence
from ..expressions import compiled
from ..text.alternation import alternation
from .addresses import lies_within, of_several, says_where
from .cues import cue_lists, stands, whole
from .endings import Endings, endings, ends_with
from .gazetteer import UPPER, VIETNAM, provinces
from .identity import Identities
from .mention import ABOUT, Mention, at_home
from .name import Name
from .place import Places
from .subject_words import AREA, MINISTRIES

OF_THEIR_OWN = ("firms", "serving")
TELLING_THEIR_OWN = (*OF_THEIR_OWN, "committees")  # as a source too
REACH = 32  # characters before a name in which a cue may stand
CLAUSE = 110


@dataclass(slots=True)
class Call:
    """A word that says whose the figures near it are; `whose` is None for the place itself."""

    start: int
    end: int
    whose: str | None
    aside: bool = False  # a source, a partner, a measure: only for a bracket directly behind it
    own: bool = False  # a firm or a hospital: what it reports is its own


@cache
def ends(field: str) -> Endings:
    """The words of a list as they end a text, each a whole word and a space."""
    return endings(f" {word} " for word in cue_lists("subjects")[field])


def is_aside(low: str, floor: int, one: Name) -> bool:
    """Does the text only name it as a source, a partner, a giver?"""
    left = " " + low[max(floor, one.start - REACH) : one.start]
    if _verb("handing").match(low, one.end):
        return True
    if left.endswith((" kế đến ", " tiếp đến ")):
        return False
    agent = (" đối với ", " được ", " do ", " bởi ") if one.sort == "firms" else (" đối với ",)
    if ends_with(left, ends("apart")) and not left.endswith(agent):
        return True
    clause = low[max(floor, one.start - CLAUSE) : one.start]
    if ("phối hợp" in clause and _PARTNER.search(clause)) or (one.sort == AREA and at_home(clause)):
        return True
    if one.sort not in TELLING_THEIR_OWN and _THEO.match(clause) and _COMMA.match(low, one.end):
        return True
    return one.sort not in TELLING_THEIR_OWN and (is_source(left) or _verb("telling").match(low, one.end) is not None)


def has_its_own(low: str, one: Name) -> bool:
    """Does the text say behind a name what that body has or did itself? Then it does not only report on the place."""
    having = _verb("having").match(low, one.end)
    return having is not None and _AMOUNT.match(low, having.end()) is not None


_AMOUNT = compiled(rf"[^.;,\n{NUMBER_CHARS}]{{0,40}}[{NUMBER_CHARS}]")


# "phối hợp với Tổ công tác Công an huyện A và Đồn Biên phòng B": no figure and no clause between.
_PARTNER = compiled(rf"(?<!\w)phối hợp (?:với|cùng)[^.;:,()\n{NUMBER_CHARS}]*\Z")
# A sentence that opens with its source.
_THEO = compiled(rf"(?:.{{0,20}}[-–] ?)?\W*(?:cũng )?theo [^.;:()\n{NUMBER_CHARS}]*\Z")
_COMMA = compiled(r"(?: \([^)\n]{2,30}\))?,")


def is_source(left: str) -> bool:
    """Does the text before a name say that it tells the figure ("theo", "Phó Giám đốc")? One word may stand between."""
    sources = ends("sources")
    return ends_with(left, sources) or ends_with(left[: left.rfind(" ", 0, -1) + 1], sources)


@cache
def _verb(field: str) -> re.Pattern[str]:
    """One of the verbs of a list behind a name."""
    adverbs, verbs = (alternation(cue_lists("subjects")[name]) for name in ("adverbs", field))
    return compiled(rf",? (?:{adverbs} )*{verbs}(?!\w)")


class Calls:
    """The words of an article that say whose a figure is, found sentence by sentence."""

    __slots__ = ("_firm", "_found", "_heads", "identities", "low", "names", "page", "places", "starts", "topic")

    def __init__(
        self, page: Page, names: list[Name], identities: Identities, places: Places, topic: str | None
    ) -> None:
        self.page, self.low, self.places, self.topic = page, page.low, places, topic
        self.names, self.identities = names, identities
        self.starts = [name.start for name in names]
        self._heads = _heads(names, topic)
        self._firm = any(name.sort == "firms" for name in names)
        self._found: dict[int, list[Call]] = {}

    def of(self, sentence: Sentence) -> list[Call]:
        """The calls of a sentence, in order."""
        found = self._found.get(sentence.start)
        if found is None:
            found = self._found[sentence.start] = self._of(sentence) if self.names else []
        return found

    def _of(self, sentence: Sentence) -> list[Call]:
        start, end = sentence.start, sentence.end
        names = self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        mentions = self.places.named(start, end)
        found = self._named(names, sentence) if names else []
        for at, stop in _wide(self.low, start, end, mentions, self.places.home == VIETNAM):
            if not _inside(names, at) and not self._passing(sentence, at, stop):
                found.append(Call(at, stop, None))
        if self._firm:
            found += [Call(*one.span("who"), None) for one in _OTHERS.finditer(self.low, start, end)]
        for head in self._heads:
            for at, stop in stands(self.low, head, start, end):
                if not _inside(names, at):
                    found += self._definite(sentence, at, stop)
        if mentions:
            found += self._provinces(sentence, names, mentions)
        found.sort(key=lambda call: call.start)
        return found

    def _named(self, names: list[Name], sentence: Sentence) -> list[Call]:
        """The names; what one of a list joined by commas and "và" is, all of it are."""
        passing = [not self._speaks(one, sentence) for one in names]
        aside = passing[:]
        joined = [_JOINED.fullmatch(self.low, one.end, other.start) is not None for one, other in pairwise(names)]
        for at, together in enumerate(joined):
            acting = names[at].sort != AREA and names[at + 1].sort != AREA  # of two that act together the first leads
            aside[at + 1] = aside[at + 1] or (together and (acting or aside[at]))
        for at in range(len(joined) - 1, -1, -1):
            passing[at] = passing[at] or (joined[at] and passing[at + 1])
            aside[at] = aside[at] or passing[at]
        wholes = [False, *(both and lies_within(*pair) for both, pair in zip(joined, pairwise(names), strict=True))]
        aside = [off or whole for off, whole in zip(aside, wholes, strict=True)]  # of an address the innermost leads
        national = {one.start for one in names if self._tells_of_the_nation(one, sentence)}
        nobodys = of_several(names, joined) | national
        aside = [off and one.start not in national for one, off in zip(names, aside, strict=True)]
        return [
            Call(one.start, one.end, None if one.start in nobodys else full, off, one.sort in TELLING_THEIR_OWN)
            for one, off in zip(names, aside, strict=True)
            if (full := self.identities.full(one)) == self.topic
            or one.head not in cue_lists("subjects")["silent"]
            or has_its_own(self.low, one)
        ]

    def _speaks(self, one: Name, sentence: Sentence) -> bool:
        """Are the figures round a name its own?"""
        if (self.topic and self.identities.vague(one)) or is_aside(self.low, sentence.start, one):
            return False
        local = self.places.home is not None and self.places.home != VIETNAM
        central = one.sort == MINISTRIES or (one.sort != "firms" and one.text.endswith(_central()))
        if local and central and one.text != self.topic:
            return has_its_own(self.low, one)
        left = " " + self.low[max(sentence.start, one.start - REACH) : one.start]
        if one.sort == MINISTRIES:
            return starts_clause(left) or left.endswith((" của ", " tại "))
        return not (one.text.endswith((" tỉnh", " Tỉnh")) and is_source(left))

    def _tells_of_the_nation(self, one: Name, sentence: Sentence) -> bool:
        """Is it a ministry from which a report on a firm or a hospital has what the sentence tells?"""
        full = self.identities.full(one)
        if one.sort != MINISTRIES or self.places.home != VIETNAM or not self.topic or full == self.topic:
            return False
        clause = self.low[max(sentence.start, one.start - CLAUSE) : one.start]
        return _THEO.match(clause) is not None and clause.count(" ") < 6

    def _passing(self, sentence: Sentence, start: int, end: int) -> bool:
        """Is "của tỉnh" only what a rank is counted in, or somebody's plan?"""
        left = " " + self.low[max(sentence.start, start - 40) : start]
        word = self.low[start:end]
        return ends_with(left, ends("apart")) or (word.startswith(_OF) and _RANKED.search(left) is not None)

    def _definite(self, sentence: Sentence, start: int, end: int) -> Iterator[Call]:
        """A head alone: "toàn huyện", "Trung tâm có …"; not "các huyện"."""
        capital = self.page.folded[start].isupper()
        word = self.low[start:end]
        left = " " + self.low[max(sentence.start, start - REACH) : start]
        if (word == "bộ" and not capital) or (word == "trường" and left.endswith(" nhà ")):
            return
        if (
            word == "nhà trường"
            or ends_with(left, ends("again after"))
            or (capital and (left.isspace() or left.endswith(_STARTS)))
        ):
            whose = self._resolve(word, start)
            if whose:
                yield Call(start, end, whose)

    def _resolve(self, word: str, at: int) -> str | None:
        """The name that "huyện" or "Công ty" stands for: the topic, else the one named last."""
        home, word = self.places.home, word.removeprefix("nhà ") if word.endswith("trường") else word
        if word == "thành phố" and home and home.name in provinces() and provinces()[home.name].city:
            return None
        if word == "ngành":
            return self.topic if self.topic and self.topic.startswith(("Tổng cục", "Cục", "ngành")) else None
        if self.topic and (word == "đơn vị" or self.topic.lower().startswith(word + " ")):
            return self.topic
        for name in reversed(self.names[: bisect_right(self.starts, at)]):
            full = self.identities.full(name)
            if full.lower().startswith(word + " ") or (name.sort == AREA and name.head == word):
                return full
        return None

    def _provinces(self, sentence: Sentence, names: list[Name], mentions: list[Mention]) -> Iterator[Call]:
        """A province or a region that is itself what the sentence speaks of."""
        for one in mentions:
            named = one.kind in ("province", "region") and one.way == ABOUT and not _inside(names, one.start)
            if named and self._subject(sentence, one) and not self._is_address(sentence, names, one):
                yield Call(one.start, one.end, None)

    def _is_address(self, sentence: Sentence, names: list[Name], one: Mention) -> bool:
        """Does it only say where the article's own lies, or the one that the sentence opens with?"""
        leading = (name for name in names if name.start == sentence.start or self.identities.full(name) == self.topic)
        return any(says_where(self.low, name, one) for name in leading)

    def _subject(self, sentence: Sentence, one: Mention) -> bool:
        left = self.page.folded[max(sentence.start, one.start - 20) : one.start]
        if _IN_A_NAME.search(left):
            return False
        return bool(_PLACE_SUBJECT.search(left) or _PLACE_VERB.match(self.low, one.end))


# "Sở cho biết, các doanh nghiệp đã chuẩn bị": nobody's of them in particular.
_OTHERS = compiled(
    r"(?:\A|[\n.,:;] ?)(?P<who>(?:các|nhiều|một số) (?:doanh nghiệp|dn|nhà bán lẻ|công ty|ngân hàng|hệ thống))(?!\w)"
)
_JOINED = compiled(r"(?:,| và|, và| cùng) ")
_STARTS = (", ", "; ", ": ", ". ", "“", '"', "- ", "+ ")
_OF = ("của", "cả ", "toàn ", "trong")
_RANKED = compiled(
    rf"(?:/|thứ |hạng |trong (?:số )?)[{NUMBER_CHARS}](?:, (?:xã|phường|đặc khu|thành)|[^;.:(,]){{0,30}}\Z"
)
_IN_A_NAME = compiled(rf"(?<!\w)(?!TP|Tỉnh|Thành|Tại|Riêng|Ở|Của)[{UPPER}]\w+ \Z")  # "Formosa Hà Tĩnh"
_PLACE_SUBJECT = compiled(r"(?:\A|[,;:.(] ?|(?<!\w)(?:của|tỉnh|[Rr]iêng|Tại|thành phố|TP\.?) ?)\Z")
_PLACE_VERB = compiled(r" (?:xếp|đạt|có|đứng|tăng|giảm|là|chỉ|mới|được|đã|ước)(?!\w)")


@cache
def _central() -> tuple[str, ...]:
    return tuple(cue_lists("subjects")["central"])


@cache
def _leading() -> Endings:
    return endings(f" {word} " for word in cue_lists("subjects")["leading"])


def starts_clause(left: str) -> bool:
    """Does what stands before a name leave it the beginning of a clause? `left` begins with a space.

    >>> starts_clause(" "), starts_clause(" đạt 3%, riêng "), starts_clause(" được chỉ đạo bởi ")
    (True, True, False)
    """
    return left.isspace() or left.rstrip()[-1:] in (",", ";", ":", ".", "(", "-") or ends_with(left, _leading())


def _inside(names: Sequence[Name], at: int) -> bool:
    return any(name.start <= at < name.end for name in names)


@cache
def _whole(national: bool) -> re.Pattern[str]:
    """The words of the place as a whole, or of more than it: "toàn tỉnh", "tỉnh nhà", "các huyện"."""
    lists = cue_lists("subjects")
    return compiled(whole((*lists["place"], *lists["nationwide"]) if national else lists["place"]))


def _wide(low: str, start: int, end: int, mentions: Sequence[Mention], national: bool) -> list[tuple[int, int]]:
    """Where a sentence speaks of the place as a whole, or of more than it."""
    found = [(one.start, one.end) for one in mentions if one.kind in ("nation", "together", "world")]
    found += [match.span() for match in _whole(national).finditer(low, start, end)]
    found.sort()
    return found


def _heads(names: list[Name], topic: str | None) -> list[str]:
    """The first words of the article's names that may stand alone for one of them."""
    heads = {name.head.lower() for name in names} | ({"đơn vị"} if topic else set())
    heads |= {"huyện", "xã"} & {word for name in names for word in name.text.lower().split(" ")[:2]}  # "UBND huyện"
    again = cue_lists("subjects")["again"]
    if topic:
        heads |= {"ngành"}
        heads.add(next((word for word in again if topic.lower().startswith(word + " ")), "đơn vị"))
    if "trường" in heads:
        heads.add("nhà trường")
    return sorted(heads.intersection(again))
