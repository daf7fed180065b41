"""The province that an article is about, or Việt Nam: decided once, from all that speaks for one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cache

from ..article import Page, Sentence
from ..expressions import compiled
from .gazetteer import UPPER, VIETNAM, Place, cues, in_use, province_of_district, provinces
from .mention import ABOUT, BODY, MARK, VENUE, Mention, find

# What a mention weighs, by where it stands and how.
TITLE_FIRST, TITLE, HEAD, LEAD, BODY_TEXT = 8.0, 3.0, 4.0, 1.5, 0.6
STRONG_MARK, WEAK_MARK, HOST, DISTRICT = 6.0, 1.5, 6.0, 2.5
ENOUGH, ENOUGH_WITH_LOCAL = 4.0, 0.5
CITY_PAPERS = {"Hà Nội", "TP. Hồ Chí Minh"}  # they report on the nation as much

LONG_LINE = 160
SHORT_LINE = 25
HEAD_LINES = 10
LOCAL = 3  # times that a text of one province speaks of it without a name
MANY = 6  # provinces that make a round-up
LEAD_LENGTH = 900
CLOSE = 12  # characters between two names of one place that are one address


def home_place(
    page: Page,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    when: date | None,
    behind: Sequence[int],
) -> Place | None:
    """The article's province or city; Việt Nam where none is; None where it is about a region of several.

    `behind` are the capitals behind what may be the kind of a district.
    """
    title_end, head_end = _head(sentences)
    local = _local(page.folded)
    title = [one for one in mentions if one.start < title_end and one.kind in ("province", "region")]
    if local < LOCAL and title and title[0].kind == "region":
        return None
    scores = _scores(page, sentences, mentions, title_end, head_end)
    if local < LOCAL and _round_up(mentions):
        scores.clear()
    best = _best(scores, local)
    if best is None and (local or not scores or max(scores.values()) < HEAD):
        for place, count in _districts(page.folded, behind, title_end).items():
            scores[place] += min(3, count) * DISTRICT
        best = _best(scores, local)
    return in_use(best, when) if best is not None else VIETNAM


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
        scores[one.place] += _weight(page.folded, one, title_end, head_end)
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
    if one.way == BODY:
        return 0.2
    if one.start < title_end:
        first = one.start < 25 or folded[one.end : one.end + 1] == ":"
        return TITLE_FIRST if first else TITLE
    if one.start < head_end:
        return HEAD if one.unit else LEAD
    weight = LEAD if one.start < head_end + LEAD_LENGTH and one.unit else BODY_TEXT
    return weight * (1.6 if one.unit else 1.0)


def _capital_lines(page: Page, sentences: Sequence[Sentence]) -> list[tuple[int, str]]:
    """Lines in capitals: letterheads, headlines, headings."""
    folded = page.folded
    return [
        (one.start, line)
        for one in sentences
        if one.end - one.start < LONG_LINE and (line := folded[one.start : one.end]).isupper()
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
    before = "|".join(rf"(?<=\b{word} tỉnh)" for word in cues()["local before"])
    behind = "|".join(cues()["local behind"])
    return compiled(rf"ỉnh(?:{before}|(?<=[Tt]ỉnh)(?: (?:{behind})))(?!\w)(?! [{UPPER}])")


def _local(folded: str) -> int:
    """How often a text speaks of its province without a name ("UBND tỉnh", "toàn tỉnh").

    >>> _local("Theo UBND tỉnh, toàn tỉnh có 12 xã; tỉnh Gia Lai thì khác.")
    2
    """
    return len(_locals().findall(folded))


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


_KINDS = ("huyện", "thị xã", "quận", "thành phố")
_FORMS = (*(f"{kind} " for kind in _KINDS), "đặc khu ", "ủy ", "uỷ ", "tx ", "tx.", "tp ", "tp.", "h.", "q.")
_DISTRICT = compiled(r"\w['’]?\w*(?: [^\W\d_]['’]?\w*){1,3}")


_SMALL = ("xã ", "phường ", "thị trấn ", "thôn ", "làng ")
_IN_BRACKET = compiled(rf"[^\n()]{{2,30}} \((?=[{UPPER}])")


def _districts(folded: str, behind: Sequence[int], title_end: int) -> Counter[Place]:
    """The provinces of the districts that a text names after their kind word, or in a bracket behind a commune ("xã
    Nâm N’Đir (Krông Nô)"). One in the headline counts twice."""
    found: Counter[Place] = Counter()
    for at in behind:
        left = folded[max(0, at - 10) : at].lower()
        kind = next((one for one in _KINDS if left[:-1].endswith(one)), "")
        if left.endswith(_SMALL) and not kind:
            bracket = _IN_BRACKET.match(folded, at)
            at = bracket.end() if bracket else -1
        elif not left.endswith(_FORMS):
            at = -1
        place = _district_at(folded, at, kind) if at >= 0 else None
        if place:
            found[place] += 2 if at < title_end else 1
    return found


def _district_at(folded: str, at: int, kind: str) -> Place | None:
    """The province of the district whose name begins there, of three words or of two."""
    match = _DISTRICT.match(folded, at)
    words = match[0].split() if match else []
    for length in (3, 2):
        place = province_of_district(" ".join(words[:length]), kind) if len(words) >= length else None
        if place:
            return place
    return None
