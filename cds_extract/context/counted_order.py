"""A counted noun beside another one, its verb and its goal, put in the order in which they read."""

from __future__ import annotations

from ..expressions import compiled
from .figure import Figure
from .joined import join
from .said import actor, predicate
from .scene import Scene
from .words import label_words

_COUNTED = frozenset({"count", "ratio"})
_LEADS_UP = r"(?: (?:cả|tổng số|tổng cộng|hơn|gần|khoảng|toàn bộ|số))* ?$"
_INSIDE = compiled(rf"^[^,;:()\ue001-\ue011]*(?: (?P<how>của|thuộc|từ|với|tại|ở|trên|cho)|, (?P<also>với)){_LEADS_UP}")
_PLACED = compiled(rf"(?:^| )(?:của|thuộc|từ|với|tại|ở|trên|cho|tới|đến){_LEADS_UP}")
_OF = frozenset({"của", "thuộc", "từ"})
_DEED = compiled(
    r"(?:^| )sự (?P<deed>tham gia|tham dự|góp mặt|có mặt|chứng kiến|hỗ trợ|ủng hộ) (?:của|từ)(?: |$)[^,]{0,9}$"
)
_GIVES = compiled(r"(?:^| )(?:trao|tặng|trao tặng|cấp|phát|hỗ trợ|bàn giao|giao|cung cấp|dành|chi trả|cấp phát)$")
_WITH = compiled(rf"(?:^|(?<!đối)(?<!cùng)(?<!so) )với{_LEADS_UP}")
_MADE = compiled(r" (?:có|thành lập|ban hành|tổ chức|mở|ký|xây dựng|chế tạo|lắp đặt|sản xuất|tạo|thiết kế|vận hành) ")
_PIECES = frozenset({"buổi", "cuộc", "vụ", "ca", "đơn", "bộ", "con", "chiếc"})
_TIMES = ("lượt", "đợt", "lần", "ngày")
_LEAD = 9  # words of an actor and a verb
_NEAR = 14  # words between the two numbers
_NOUN = 8  # words of the noun before
_MOVES = compiled(r" (?:để|là|chỉ|tương đương|tăng|giảm|đạt|chiếm|bằng|vượt) ")
_CAUSED = compiled(
    r"(?:(?P<who>.*?) )?(?:(?:đã|cũng|vừa) )*(?:làm cho|làm|khiến cho|khiến|gây)"
    r"(?: (?P<how>(?:bị )?(?:chết|thiệt mạng|tử vong|thương|mất tích|đổ|sập|gãy|ngập|hư hỏng|hư hại|tốc mái|cháy)))?"
)
_SUFFERED = compiled(
    r" (?:chết|thiệt mạng|tử vong|thương vong|thương|mất tích|bị|phải|sập|đổ|gãy|ngập|hư hỏng|hư hại|tốc mái)(?= |$)"
)
_GOAL = compiled(
    r" (?P<to>lên|vào|sang|xuống|ra|về|cho|do(?= (?:vi phạm|chưa|không|thiếu|quá|hết|sai|lỗi|mắc) )) (?=[^\W\d_])"
)
_BRINGS = compiled(r"(?:^| )(?:đưa|chuyển|gửi|đồng bộ|tích hợp|đẩy|cập nhật|điều động|trả|di dời|vận chuyển)$")
_VERBS = {"cho": _GIVES, "do": compiled(r"\w$")}
_SHORT = 4  # words of a noun that lacks whose it is
_CAUSE = 8  # words of what did it
_LONG = 8  # words before a goal


def led_to(scene: Scene, before: Figure, figure: Figure) -> bool:
    """Does a preposition lead up to the number, so that a noun of its own is behind it: "thuộc 18 lĩnh vực"?"""
    return _PLACED.search(scene.low(before.end, figure.start)) is not None


def inside(scene: Scene, before: Figure | None, figure: Figure, noun: str) -> str:
    """The label of a noun that stands inside what is said of the noun before: "412 bộ dữ liệu thuộc 18 lĩnh vực" are
    "lĩnh vực có bộ dữ liệu", "120 tổ với 602 thành viên" "thành viên tổ"; empty where it does not."""
    if before is None or not before.noun or figure.opener >= 0 or not {before.kind, figure.kind} <= _COUNTED:
        return ""
    gap = scene.low(before.end, figure.start)
    found = _INSIDE.match(gap)
    if found is None or len(gap.split()) > _NEAR or _MOVES.search(gap):
        return ""
    how = found["how"] or found["also"]
    thing, said, lead = _outer(scene, before, figure, before.end + max(found.start("how"), found.start("also")))
    own, told = noun.removesuffix(predicate(noun)).strip(), predicate(noun)
    if (
        thing in _PIECES
        or thing.startswith(_TIMES)
        or len(thing.split()) > _NOUN
        or f" {thing.lower()} " in f" {own.lower()} "
    ):
        return ""
    if how in _OF:
        return f"{own} có {join(thing, told or said or lead)}"
    if told or _PLACED.search(scene.low(*before.left)) or len(own.split()) > _SHORT:
        return ""
    if how == "với" and (made := _MADE.match(f" {said} ")):
        return join(own, said[made.end() - 1 :])
    if how in ("với", "cho") and (said or predicate(gap)):
        return ""
    if how == "với":
        return join(own, thing, lead)
    done = label_words().auxiliary.sub("", f"{lead.removeprefix(actor(lead))} ", count=1).strip()
    if how == "cho":
        return f"{own} được {done} {thing}" if _GIVES.search(done) else join(own, thing)
    return f"{own} {lead} {thing}" if done and not said else f"{own} có {join(thing, said or lead)}"


def _outer(scene: Scene, before: Figure, figure: Figure, end: int) -> tuple[str, str, str]:
    """The noun before, what is said of it, and who did what with it; `end` is where the preposition stands."""
    if before.right[1] > figure.start:  # what is said of it goes on over this number
        between = scene.text(before.end, end)
        return between.removesuffix(predicate(between)).strip(), predicate(between), ""
    said = before.said if before.said != before.lead else ""  # else it is of the list
    said, lead = (text if len(text.split()) <= _LEAD else "" for text in (said, before.lead))
    return before.noun, said, lead


def caused(left: str, right: str) -> str:
    """What was done to a noun by what did it: "Bão làm chết 3 người" are "người chết do Bão".

    >>> caused("Mưa lũ làm", "người mất tích"), caused("Bão làm đổ", "cột điện"), caused("Xã làm", "cây cầu")
    ('do Mưa lũ', 'đổ do Bão', 'Xã làm')
    """
    found = _CAUSED.fullmatch(left)
    if found is None:
        return left
    if not (found["how"] or _SUFFERED.search(f" {right}")):
        return left if found["who"] else ""
    who, how = found["who"] or "", found["how"] or ""
    if not who or len(who.split()) > _CAUSE:
        return how
    return f"{how} do {who}".strip()


def deed(gap: str) -> str:
    """What is done, where it is named as a thing: "với sự tham gia của 300 hộ" are "hộ tham gia".

    >>> deed(" xã với sự tham gia của ")
    'tham gia'
    """
    found = _DEED.search(gap)
    return found["deed"] if found else ""


def owner(scene: Scene, figure: Figure, left: str) -> str:
    """ "đã chế tạo cánh tay robot với 31 cử chỉ": behind "với" they are of what the verb has as its object."""
    if not left or not _WITH.search(scene.low(*figure.left)):
        return left
    made = [found for found in _MADE.finditer(f" {left.lower()} ") if found.group() != " có "]
    return left[made[-1].end() - 1 :].strip() or left if made else left


def brought(left: str, right: str) -> str:
    """A noun that is brought somewhere or given to somebody has its verb before where or to whom.

    >>> brought("Hội đưa", "tàu cá về bờ"), brought("Sở trao", "suất quà cho hộ nghèo"), brought("thu", "vé vào cửa")
    ('tàu cá Hội đưa về bờ', 'suất quà Sở trao cho hộ nghèo', '')
    """
    goal = _GOAL.search(right) if left else None
    if goal is None or len(right[: goal.start()].split()) > _LONG:
        return ""
    verb = _VERBS.get(goal["to"], _BRINGS)
    return f"{right[: goal.start()]} {left}{right[goal.start() :]}" if verb.search(left.lower()) else ""
