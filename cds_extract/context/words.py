"""The words round a figure, from `patterns/cues/labels.yaml`: patterns made at the first call."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..expressions import compiled
from ..snapshot import snapshot
from ..text.alternation import alternation
from .compounds import BOUND, endings_kept
from .cues import FOLDERS, cue_lists

_NUMBER = "[\ue001-\ue011]"
_BEGIN, _END = r"(?<!\w.)", r"(?![^\W\d_])"
_SYLLABLE = compiled(r"[^\W\d_]+")
_ENTRY = compiled(r"(?:\(!(?P<after>[^)]*)\) )?(?P<word>.*?)(?: \(!(?P<before>[^)]*)\))?")


class Tails:
    """Words that are dropped at the end of a text, however many stand there. Sets: a regex would try each place."""

    __slots__ = ("_lengths", "_not_after", "_phrases")

    def __init__(self, entries: Iterable[str]) -> None:
        found = [match for entry in entries if (match := _ENTRY.fullmatch(entry))]
        self._phrases = frozenset(match["word"] for match in found)
        self._not_after = {match["word"]: frozenset(match["after"].split("|")) for match in found if match["after"]}
        lengths: dict[str, set[int]] = defaultdict(set)  # of the phrases, in words, by their last word
        for *before, last in map(str.split, self._phrases):
            lengths[last].add(len(before) + 1)
        self._lengths = {last: sorted(found, reverse=True) for last, found in lengths.items()}

    def strip(self, text: str) -> str:
        """The text without them.

        >>> Tails(["đạt", "ước đạt", "(!nhận) mới"]).strip("Số hồ sơ tiếp nhận mới ước đạt")
        'Số hồ sơ tiếp nhận mới'
        """
        if text[text.rfind(" ") + 1 :].rstrip(",:").lower() not in self._lengths:
            return text
        words = text.split(" ")
        count = len(words)
        while count and (dropped := self._dropped(words, count)):
            count -= dropped
        return text if count == len(words) else " ".join(words[:count]).rstrip(" ,:")

    def _dropped(self, words: list[str], count: int) -> int:
        """How many of the last words make one of the phrases."""
        for length in self._lengths.get(words[count - 1].rstrip(",:").lower(), ()):
            first = count - length
            phrase = " ".join(words[first:count]).rstrip(",:").lower() if first >= 0 else ""
            if phrase in self._phrases:
                before = words[first - 1].rstrip(",:").lower() if first else ""
                word = f"{before} {phrase.partition(' ')[0]}"
                if before not in self._not_after.get(phrase, ()) and word not in endings_kept():
                    return length
        return 0


@dataclass(slots=True, eq=False, repr=False)  # nobody compares or prints it, and Python makes less
class LabelWords:
    """What the files that make a label ask of the words round a figure; the YAML says what each is."""

    lead: re.Pattern[str]
    superlative: re.Pattern[str]
    said: re.Pattern[str]
    speaker: re.Pattern[str]
    about: re.Pattern[str]
    report: Tails
    done: Tails
    told: Tails  # a report, or a change
    hanging: Tails
    movement: re.Pattern[str]
    measured: re.Pattern[str]
    bare: re.Pattern[str]
    grown: re.Pattern[str]
    contributes: re.Pattern[str]
    spends: re.Pattern[str]
    funds: re.Pattern[str]
    sources: re.Pattern[str]
    parts: re.Pattern[str]
    total: re.Pattern[str]
    anaphoric: re.Pattern[str]
    lasting: re.Pattern[str]
    pointing: re.Pattern[str]
    position: re.Pattern[str]
    generic: re.Pattern[str]
    planned: re.Pattern[str]
    leads_on: re.Pattern[str]
    adverbial: re.Pattern[str]
    group: re.Pattern[str]
    of_member: re.Pattern[str]
    predicate: re.Pattern[str]
    acting: re.Pattern[str]
    auxiliary: re.Pattern[str]
    verb_first: re.Pattern[str]
    modifier: re.Pattern[str]
    noun_end: re.Pattern[str]
    name_end: re.Pattern[str]
    no_noun: frozenset[str]
    share_of: re.Pattern[str]
    compared: re.Pattern[str]
    not_spent: re.Pattern[str]
    noun_tail: re.Pattern[str]
    comparison: re.Pattern[str]
    continues: re.Pattern[str]
    index: re.Pattern[str]
    turn: re.Pattern[str]
    new_clause: re.Pattern[str]
    function: re.Pattern[str]
    joined: re.Pattern[str]
    joined_on: re.Pattern[str]  # what each of these has behind its first syllable: found sooner
    of_goods: re.Pattern[str]
    owns: re.Pattern[str]
    moves: re.Pattern[str]
    turns: re.Pattern[str]
    owner_begin: re.Pattern[str]
    owner_end: re.Pattern[str]


_REGEXES = ("labels", "parts", "counted", "counted_order")  # files of lists of entries, each asked for as a regex


def any_of_each(name: str) -> dict[str, str]:
    """Any entry of each list of a file, for a regex."""
    return _any_of_each()[name]


@cache
def _any_of_each() -> dict[str, dict[str, str]]:
    """Kept from run to run: making them takes longer than reading them."""
    made: dict[str, dict[str, str]] = snapshot(
        "cues-regexes",
        FOLDERS,
        lambda: {name: {key: any_entry(words) for key, words in cue_lists(name).items()} for name in _REGEXES},
    )
    return made


def any_entry(entries: Iterable[str], begin: str = "") -> str:
    """Any of the entries, the longest first, with what may not stand round each. `begin` is that of `alternation`.

    >>> any_entry(["tăng (!trưởng)", "giảm", "(!cắt) giảm chi"])
    '(?:(?:giảm(?: chi(?<!cắt giảm chi))?|tăng(?! (?:trưởng))))'
    """
    endings = dict(map(read_entry, entries))
    return f"(?:{alternation(endings, begin=begin, endings=endings)})"


def read_entry(entry: str) -> tuple[str, str]:
    """The words of an entry, and what to look at behind them.

    >>> read_entry("(!ký) cam kết (!với)")
    ('cam kết', '(?<!ký cam kết)(?! (?:với))')
    """
    found = _ENTRY.fullmatch(entry)
    if found is None:
        return entry, ""
    word = found["word"]
    after = [f"(?<!{alternation([f'{other} {word}'])})" for other in (found["after"] or "").split("|") if other]
    before = [f"(?! (?:{found['before']}))"] if found["before"] else []
    return word, "".join(after + before)


@cache
def label_words() -> LabelWords:
    """The patterns, made once."""
    lists, done = cue_lists("labels"), cue_lists("counted")["done"]
    any_of = any_of_each("labels")

    def of(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
        return compiled(pattern, flags)

    named = any_entry(word for word in lists["measured"] if " " in word)  # one syllable may begin another word
    new_verb = any_of["new_verb"].replace(" ", f"[ {BOUND}]")  # "chuẩn bị" may be bound
    return LabelWords(
        lead=of(rf"(?:^[\d.]+\.? )?[ ,;:()\"“”–-]*{any_of['lead']}(?=[ ,:]|$)[ ,:]*", re.I),
        superlative=of(rf"^(?:[^\W\d_]+[ {BOUND}]){{1,3}}nhất (?:là|có|vẫn là|thuộc về|phải kể đến) ", re.I),
        said=of(rf"^[^,;]*\b(?P<verb>{any_of['said']})\b[ ,:]*(?:rằng )?(?=\S)", re.I),
        speaker=of(rf"^{any_of['speaker']} [A-ZĐ]|^{any_of['speaker']}$", re.I),
        about=of(rf"^[^\w]*{any_of['about']}(?: công tác| lĩnh vực| nhiệm vụ)? ([^,:;]{{4,60}})[,:]", re.I),
        report=Tails(word for word in lists["report"] if word not in done),
        done=Tails(done),
        told=Tails((*lists["report"], *lists["change"])),
        hanging=Tails(lists["hanging"]),
        movement=of(rf" (?<!ốc độ )(?<!ức độ )(?<!hịp độ )(?<!ức ){any_of['movement']}(?= |$).*$"),
        measured=of(rf" {any_of['measured']}(?= |$)"),
        bare=of(rf"^{any_of['bare']}$", re.I),
        grown=of(rf"^{any_of['grown']}(?: |$)"),
        contributes=of(rf"{any_of['contributes']}$", re.I),
        spends=of(rf"(?:{any_of['auxiliary']} |mới )?{any_of['spends']}$", re.I),
        funds=of(rf" {any_of['funds']}(?= |$)"),
        sources=of(rf"{any_of['sources']}(?= |$)", re.I),
        parts=of(rf"[^\w]*{any_of['parts']}(?= |:|$)"),
        total=of(r"^(?:tổng (?:số )?|số )", re.I),
        anaphoric=of(rf"{any_of['anaphoric']}$"),
        lasting=of(any_of["lasting"]),
        position=of(rf" (?:(?:cũng|vẫn|đã|lại|đều) )*{any_of['position']}(?: {any_of['position']})*(?= )"),
        pointing=of(rf"^(?:(?:ở|tại|riêng) (?:[^\W\d_]+ ){{1,4}})?{any_of['pointing']} (?:này|đó|trên|ấy)\b"),
        generic=of(rf"^{any_of['generic']}(?: {any_of['generic_of']})*$", re.I),
        planned=of(rf" ?{any_of['planned']}{_END}"),
        adverbial=of(rf"[^\w]*{any_of['adverbial']}(?= )"),
        leads_on=of(rf" {any_of['leads_on']} "),
        group=of(rf"^{any_of['group']}(?= |$)", re.I),
        of_member=of(rf" (?:(?P<keep>{any_of['of_member_kept']})|{any_of['of_member']}) .*$"),
        predicate=of(rf" (?:{any_of['predicate']}|\d sao)(?= |$)"),
        acting=of(rf"^{any_of['acting']}(?= |$)|(?:^| ){any_of['auxiliary']}(?= |$)"),
        verb_first=of(rf"(?:{any_of['auxiliary']} )?(?:{any_of['acting']}|{any_of['predicate']})(?= |$)"),
        auxiliary=of(rf" ?{any_of['auxiliary']} "),
        modifier=of(rf"(?:^| ){any_of['modifier']}(?= |$)"),
        noun_end=of(rf" {any_of['noun_end'].replace(' ', f'[ {BOUND}]')}(?= |$).*$|[,(].*$"),
        name_end=of(rf" {any_of['name_end']}(?= |$)"),
        no_noun=frozenset(lists["no_noun"]),
        share_of=of(rf"{any_of['share_of']}[^,;]{{0,24}}$"),
        compared=of(rf"(?:so với (?:{any_of['compared_with']}|\d)|so (?!với)|{any_of['circumstance']})(?: |$)"),
        not_spent=of(rf"{any_of['not_spent']}(?: |$)"),
        noun_tail=of(rf" {any_of['noun_tail']}$|(?:^| )(?:(?:{any_of['noun_cut']})(?= |$)|tăng \d|là [A-ZĐ]).*$"),
        comparison=of(rf"(?:^| ){any_of['comparative']}(?: [^,;]+)?$", re.I),
        continues=of(rf"^[-+*• ]*{any_of['continues']}\b"),
        index=of(_index(alternation(lists["indexes"], begin=_BEGIN), any_of["not_an_index"])),
        turn=of(
            rf"; ?|\| ?|: ?|\( ?|\) ?|, | - | (?={any_of['turn']} |với (?:{any_of['turn_with']} |{_NUMBER}))"
            rf"|/ ?(?={_NUMBER})"
        ),
        new_clause=of(
            rf", (?=(?:{any_of['new_clause']}|{named})\b)| \| | {any_of['purpose']} | và (?={new_verb}\b)"
            r"| [-–] |;|: |\(|\)|‹[^›]{26,}" + "".join(rf"|{re.escape(stop)}[.!?…]*$" for stop in ".!?…")
        ),
        function=of(rf"(?: {any_of['function']})+ ?$"),
        joined=of(rf"{any_entry(lists['joined'], _BEGIN)}(?!\w)"),
        joined_on=of(alternation(_SYLLABLE.sub("", read_entry(entry)[0], count=1) for entry in lists["joined"])),
        of_goods=of(rf"{any_of['of_goods']}(?= )", re.I),
        owns=of(rf" {any_of['owns']}(?= )"),
        moves=of(rf"(?:^| ){any_of['moves']}(?= )"),
        turns=of(rf"(?:^| ){any_of['turns']}(?= )"),
        owner_begin=of(rf"^.*\b{any_of['owner_begin']} "),
        owner_end=of(rf" {any_of['owner_end']}$"),
    )


def _index(names: str, no_name: str) -> str:
    """The name of an index. Each branch begins with a letter, where a search stops."""
    words = r"[^,;.():\ue000-\uf8ff]"
    named = rf"hỉ số (?!{no_name}){words}{{4,60}}"
    return (
        rf"{names}|B{_BEGIN}ộ chỉ số (?:(?:theo Quyết định (?:số )?)?{_NUMBER}{words}{{0,12}}|{words}{{4,60}})"
        rf"|C{_BEGIN}{named}|c{_BEGIN}{named}"
    )
