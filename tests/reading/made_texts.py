"""Reports of our own making, for the tests of reading."""

REPORT = (
    "Đồng bằng xanh đẩy nhanh chuyển đổi số\n"
    "Sáng 16/6, Ủy ban nhân dân tỉnh họp sơ kết nửa năm. Đến nay, toàn tỉnh có 12/15 xã (80%) lắp mạng không dây ở nhà "
    "văn hóa, tăng 5,2% so với cùng kỳ; hơn 1,9 triệu lượt hồ sơ được trả kết quả đúng hẹn.\n"
    "Bà con ở những thôn xa nhất cũng đã quen nộp đơn qua điện thoại, chẳng mấy ai còn phải chờ đợi như trước.\n"
    "Theo kế hoạch, sang quý tới mỗi huyện sẽ mở thêm hai lớp bồi dưỡng kỹ năng số cho người lớn tuổi, ưu tiên vùng "
    "khó khăn và những hộ vừa thoát nghèo.\n"
    "Tổng kinh phí ước 38,7 tỷ đồng, trong đó ngân sách trung ương bảo đảm phân nửa, phần còn lại do tỉnh tự lo.\n"
)

PARAGRAPH = (
    "Đến nay, toàn tỉnh có 12/15 xã (80%) lắp mạng không dây ở nhà văn hóa, tăng 5,2% so với cùng kỳ năm trước, "
    "vượt chỉ tiêu được giao."
)


def windows(size: int, step: int) -> list[str]:
    """Pieces of the report, each of `size` characters."""
    return [REPORT[at : at + size] for at in range(0, len(REPORT) - size, step)]
