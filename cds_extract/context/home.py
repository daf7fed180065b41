"""The province that an article is about, or Việt Nam: decided once, from all that speaks for one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cache

from ..article import Page, Sentence
from ..expressions import compiled
from ..text.alternation import alternation
from .abroad import is_country
from .bodies import nationals
from .capitals import Capitals, behind_kinds
from .captions import in_caption
from .cues import cue_lists
from .gazetteer import UPPER, VIETNAM, Place, in_use, provinces
from .home_districts import counted, districts_in
from .mention import ABOUT, APART, BODY, FIRM, MARK, VENUE, Mention, find

# What a mention weighs, by where it stands and how.
TITLE_FIRST, TITLE, HEAD, LEAD, BODY_TEXT, SHOWN = 8.0, 3.0, 4.0, 1.5, 0.6, 0.2
STRONG_MARK, WEAK_MARK, HOST, DISTRICT = 6.0, 1.5, 6.0, 2.5
ENOUGH, ENOUGH_WITH_LOCAL = 4.0, 0.5
CITY_PAPERS = {"Hà Nội", "TP. Hồ Chí Minh"}  # they report on the nation as much

LONG_LINE = 160
SHORT_LINE = 25
HEAD_LINES = 10
OPENING = 25  # characters with which a headline begins
LOCAL = 3  # times that a text of one province speaks of it without a name
MANY = 6  # provinces that make a round-up
LEAD_LENGTH = 900
NATIONAL, MORE = 3, 1.6  # times that ministries act, and times as often as a province is named
OFTEN = 3  # times that the only province of a text is named, less where it is called a province
CLOSE = 12  # characters between two names of one place that are one address


def home_place(
    page: Page,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    when: date | None,
    begin: Capitals,
) -> Place | None:
    """The article's province or city; Việt Nam where none is; None where it is about a region of several.

    What the headline names beats what the text names; the province that the text names beats its districts; and where
    ministries act more often than a province that the headline does not name, the article is the nation's.
    """
    title_end, head_end = _head(sentences)
    local = _local(page.folded)
    title = [one for one in mentions if one.start < title_end and one.kind in ("province", "region")]
    if local < LOCAL and title and title[0].kind == "region":
        return None
    scores = _scores(page, sentences, mentions, title_end, head_end)
    if local < LOCAL and _round_up(mentions):
        scores.clear()
    for at, place in districts_in(page.folded, begin.behind, title_end):
        scores[place] += _in_title(page.folded, at)
    best = _best(scores, local)
    if best is None and (local or not scores or max(scores.values()) < HEAD):
        for place, count in _districts(page, sentences, begin).items():
            scores[place] += min(3, count) * DISTRICT
        best = _best(scores, local) or _only_one(page, mentions, begin)
    elif best and local < LOCAL and _nation_acts(page, mentions, begin, best, title_end):
        best = None
    return in_use(best, when) if best is not None else VIETNAM


def _districts(page: Page, sentences: Sequence[Sentence], begin: Capitals) -> Counter[Place]:
    """How often a text names districts of each province; in lines in capitals a name counts for two."""
    found = counted(page.folded, begin.behind)
    for _, line in _capital_lines(page, sentences):
        for place, count in counted(line.title(), behind_kinds(line.title())).items():
            found[place] += 2 * count
    return found


def _only_one(page: Page, mentions: Sequence[Mention], begin: Capitals) -> Place | None:
    """The one province that a text speaks of, where neither the nation nor another country acts in it."""
    about = [one for one in mentions if one.place and one.kind == "province" and one.way != MARK]
    if len({one.place for one in about}) != 1 or nationals(page.folded, begin.heads):
        return None
    units = any(one.unit and one.way == ABOUT and not in_caption(page.low, one.start, one.end) for one in about)
    office = any(at < LEAD_LENGTH and head in cue_lists("places")["local offices"] for at, head in begin.heads[:1])
    often = sum(one.way == ABOUT for one in about)
    late = about[0].start > LEAD_LENGTH
    if not (units and office) and (late or often < OFTEN - units or _wider(page, mentions, often)):
        return None
    return about[0].place


def _wider(page: Page, mentions: Sequence[Mention], often: int) -> bool:
    """Does a text that names a province so often speak of the nation, or of other countries, too much to be its?"""
    wide = sum(one.kind not in ("province", "country") for one in mentions)
    abroad = sum(one.kind == "country" and is_country(page.folded, one) for one in mentions)
    return 3 * wide > often or abroad >= often or page.low.count("việt nam") > often // 2


def _nation_acts(page: Page, mentions: Sequence[Mention], begin: Capitals, place: Place, title_end: int) -> bool:
    """Does the nation act in the text, and a province hardly, which the headline does not name?"""
    own = [one for one in mentions if one.place == place and one.way == ABOUT]
    if any(one.start < title_end for one in own):
        return False
    nation = nationals(page.folded, begin.heads) + sum(one.kind == "nation" for one in mentions)
    return nation >= NATIONAL and nation > MORE * len(own)


def _head(sentences: Sequence[Sentence]) -> tuple[int, int]:
    """Where the headline ends and where the text begins: the first long line."""
    title_end = head_end = start = lines = 0
    last = len(sentences) - 1
    for at, one in enumerate(sentences[: 4 * HEAD_LINES]):
        if one.first:
            start, lines = one.start, lines + 1
        if one.end - start > LONG_LINE or lines > HEAD_LINES:
            break
        if at == last or sentences[at + 1].first:
            head_end = one.end
            if not title_end and one.end - start > SHORT_LINE:
                title_end = one.end
    if not title_end and sentences:
        title_end = min(sentences[0].end, sentences[0].start + LONG_LINE)
    return title_end, max(head_end, title_end)


def _scores(
    page: Page, sentences: Sequence[Sentence], mentions: Sequence[Mention], title_end: int, head_end: int
) -> dict[Place, float]:
    scores: dict[Place, float] = defaultdict(float)
    last_line = sentences[-1].line if sentences else 0
    starts = {sentence.start: sentence for sentence in sentences}
    said: dict[Place, int] = {}
    for one in mentions:
        if one.place is None or one.kind == "nation" or one.way == VENUE:
            continue
        sentence = starts.get(one.start)
        alone = sentence is not None and sentence.end == one.end
        if alone and last_line and sentence is not None and sentence.line > last_line // 2:
            continue  # the name of a reporter below the text
        if one.start - said.get(one.place, -CLOSE) < CLOSE:
            continue  # "TP Sơn La, tỉnh Sơn La" is said once
        said[one.place] = one.end
        shown = title_end <= one.start < head_end and in_caption(page.low, one.start, one.end)
        scores[one.place] += SHOWN if shown else _weight(page.folded, one, title_end, head_end)
    for start, line in _capital_lines(page, sentences):
        for one in find(line.title()):
            if one.place and one.way in (ABOUT, MARK):
                scores[one.place] += HEAD if start < head_end else LEAD
    for place, weight in _marks(page.folded[: head_end + 80]).items():
        scores[place] += weight
    if page.article.title:
        for one in find(page.article.title):
            if one.place and one.kind == "province" and one.way == ABOUT:
                scores[one.place] += TITLE
    if page.article.url or page.article.site:
        host = (page.article.url or "").partition("//")[2].partition("/")[0] + "." + (page.article.site or "")
        for place in _hosted(host):
            scores[place] += HOST
    return scores


def _weight(folded: str, one: Mention, title_end: int, head_end: int) -> float:
    if one.way == MARK:
        return STRONG_MARK if one.start < head_end else BODY_TEXT
    if one.way == BODY and one.start < min(title_end, 2 * OPENING):
        return HEAD
    if one.way in (APART, BODY, FIRM):
        return 0.2
    if one.start < title_end:
        return TITLE_FIRST if folded[one.end : one.end + 1] == ":" else _in_title(folded, one.start)
    if one.start < head_end or _address(folded, one.start, title_end):
        return HEAD if one.unit or one.start >= head_end else LEAD
    weight = LEAD if one.start < head_end + LEAD_LENGTH and one.unit else BODY_TEXT
    return weight * (1.6 if one.unit else 1.0)


# Between a name and the province that it lies in.
_NAMED = compiled(rf"(?P<name>[{UPPER}][\w'’]* [{UPPER}][\w'’]*)(?:,| \(|, \(| [-–]) ?(?:tỉnh |thành phố |TP\.? ?)?\Z")
_NAME_REACH = 40  # characters


def _address(folded: str, at: int, title_end: int) -> bool:
    """Is it where that lies which the headline names: "Bệnh viện Việt Tiệp (Hải Phòng)"?"""
    found = _NAMED.search(folded[max(0, at - _NAME_REACH) : at]) if at < title_end + LEAD_LENGTH else None
    return found is not None and folded.find(found["name"], 0, title_end) >= 0


def _in_title(folded: str, at: int) -> float:
    return TITLE_FIRST if at < OPENING else TITLE


def _capital_lines(page: Page, sentences: Sequence[Sentence]) -> list[tuple[int, str]]:
    """Lines in capitals, and what stands in capitals before a colon: letterheads, headlines, headings."""
    folded = page.folded
    return [
        (one.start, line)
        for one in sentences
        if folded[one.start : one.start + 4].isupper()
        and one.end - one.start < LONG_LINE
        and (line := folded[one.start : one.end].partition(":")[0]).isupper()
    ]


_MARK = compiled(r"(?:\A|\n|[.]) ?[(\[]?([\w. &-]{2,30}?)(?:[)\]] ?[-:]| ?- ?\(?)")


@cache
def _mark_table() -> dict[str, tuple[Place, float]]:
    table: dict[str, tuple[Place, float]] = {}
    for province in provinces().values():
        weight = WEAK_MARK if province.place.name in CITY_PAPERS else STRONG_MARK
        table.update((mark, (province.place, WEAK_MARK)) for mark in province.maybe)
        table.update((mark, (province.place, weight)) for mark in province.marks)
        table.update((f"{host}.gov.vn", (province.place, weight)) for host in province.hosts)
        table.update((f"{host}.vn", (province.place, weight)) for host in province.hosts)
    return table


def _marks(head: str) -> dict[Place, float]:
    """The paper's mark before a report: "(GLO)-", "(binhdinh.gov.vn) -"."""
    table = _mark_table()
    found = (table.get(match[1]) for match in _MARK.finditer(head))
    return dict(filter(None, found))


@cache
def _host_table() -> dict[str, Place]:
    return {host: one.place for one in provinces().values() for host in one.hosts}


def _hosted(host: str) -> list[Place]:
    """The provinces whose papers or portals a web address names."""
    table = _host_table()
    return [table[label] for label in re.split(r"[./:]", host.lower()) if label in table]


@cache
def _locals() -> re.Pattern[str]:
    """Words before and behind "tỉnh". The rarest part of them comes first, so that a search is quick."""
    before = "|".join(rf"(?<=\b{re.escape(word)} tỉnh)" for word in cue_lists("places")["local before"])
    behind = alternation(cue_lists("places")["local behind"])
    return compiled(rf"ỉnh(?:{before}|(?<=[Tt]ỉnh) {behind})(?!\w)(?! [{UPPER}])")


def _local(folded: str) -> int:
    """How often a text speaks of its province without a name ("UBND tỉnh", "toàn tỉnh").

    >>> _local("Theo UBND tỉnh, toàn tỉnh có 12 xã; tỉnh Gia Lai thì khác.")
    2
    """
    return len(_locals().findall(folded))


def speaks_locally(folded: str, start: int, end: int) -> bool:
    """Does a stretch of the text speak of its province without a name?"""
    return _locals().search(folded, start, end) is not None


def _round_up(mentions: Sequence[Mention]) -> bool:
    """Does the text go through many provinces, none of them more than now and then?"""
    counts = Counter(one.place for one in mentions if one.place and one.kind == "province" and one.way == ABOUT)
    return len(counts) >= MANY and counts.most_common(1)[0][1] < 0.4 * counts.total()


def _best(scores: dict[Place, float], local: int) -> Place | None:
    """The one that stands out, by less where the text has a province of its own."""
    if not scores:
        return None
    (place, score), *others = sorted(scores.items(), key=lambda one: -one[1])
    second = others[0][1] if others else 0.0
    needed = ENOUGH_WITH_LOCAL if local >= 2 else ENOUGH
    margin = 1.2 if score >= TITLE_FIRST else 1.6
    return place if score >= needed and score >= margin * second else None
