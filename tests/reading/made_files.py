"""Files of every format, of our own making."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, **parts: bytes) -> bytes:
    """A Word file around the XML of its body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        xml = f'<?xml version="1.0"?><w:document xmlns:w="{W}" xmlns:mc="m"><w:body>{body}</w:body></w:document>'
        file.writestr("word/document.xml", xml)
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*pages: str) -> bytes:
    """A PDF whose pages hold the lines of the texts, in a font that says how its codes are spelled in Unicode."""
    letters = sorted(set("".join(pages)) - {"\n"})
    codes = {letter: 32 + number for number, letter in enumerate(letters)}
    mapping = "\n".join(f"<{code:02x}> <{ord(letter):04x}>" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{mapping}\nendbfchar\n"
        "endcmap end end"
    )
    first_page = 5
    kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>",
        _stream(cmap.encode()),
    ]
    for number, text in enumerate(pages):
        drawn = "".join(
            f"1 0 0 1 50 {780 - 14 * row} Tm <{''.join(f'{codes[letter]:02x}' for letter in line)}> Tj\n"
            for row, line in enumerate(text.split("\n"))
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {first_page + 1 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(f"BT /F1 11 Tf\n{drawn}ET".encode()))
    return _assembled(objects)


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _assembled(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    parts = [out]
    size = len(out)
    for number, body in enumerate(objects, 1):
        places.append(size)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        size += len(parts[-1])
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    parts.extend(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, size))
    return b"".join(parts)


def web_page(body: str, head: str = "") -> str:
    """A page as newspapers make them: menu, side bar, related links, comments and imprint round the body."""
    links = "".join(f'<li><a href="/{n}">Chuyên mục số {n} của báo</a></li>' for n in range(12))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}<script>var a = "<p>12 xã";</script></head><body>'
        f"<nav><ul>{links}</ul></nav><div id='main'><div class='content'>{body}</div>"
        f"<div class='tin-lien-quan'><h3>TIN LIÊN QUAN</h3><ul>{links}</ul></div>"
        "<div class='box-comment'><p>Bạn đọc: tôi thấy bài này rất hay, mong báo viết thêm về 99 xã kia.</p></div>"
        "</div><div style='display: none'><p>Văn bản ẩn này không ai nhìn thấy, có 77 con số ở trong đó.</p></div>"
        "<footer>Giấy phép số 55/GP-XYZ do cơ quan quản lý báo chí cấp ngày 1/2/2020. Điện thoại: 0123.456.789</footer>"
        "</body></html>"
    )
