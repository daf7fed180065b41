"""How papers and reports word the indicators, in wordings that no file of indicators holds as an example."""

from __future__ import annotations

import pytest

from cds_extract.context.indicator import indicator_of

# label | kind[/aspect] | unit | indicator, empty where none is right
WORDINGS = """
tỷ lệ giải quyết hồ sơ trước hạn và đúng hạn | percent | % | ho-so-dung-han-ty-le
hồ sơ dịch vụ công được xử lý đúng hạn | percent | % | ho-so-dung-han-ty-le
tỷ lệ phát sinh hồ sơ trực tuyến | percent | % | ho-so-truc-tuyen-ty-le
tỷ lệ hồ sơ phát sinh trực tuyến toàn trình | percent | % | ho-so-toan-trinh-ty-le
Tỷ lệ dịch vụ công trực tuyến toàn trình có phát sinh hồ sơ | percent | % | dvc-phat-sinh-ho-so-ty-le
tỷ lệ thanh toán trực tuyến nghĩa vụ tài chính về đất đai | percent | % | thanh-toan-truc-tuyen-ty-le
tỷ lệ chứng thực bản sao điện tử | percent | % |
người dân trong độ tuổi trưởng thành được cấp chữ ký số cá nhân | percent | % | chu-ky-so-dan-so-ty-le
thuê bao điện thoại thông minh | percent | % | smartphone-thue-bao-ty-le
hộ gia đình có đường truyền Internet cáp quang băng rộng | percent | % | ho-cap-quang-ty-le
xã, phường, thị trấn được phủ sóng 4G | percent | % | thon-bang-rong-di-dong-ty-le
tổng số hồ sơ tiếp nhận trên Hệ thống thông tin giải quyết TTHC | count | hồ sơ | ho-so-tiep-nhan
hồ sơ tiếp nhận mới trong kỳ | count | hồ sơ | ho-so-tiep-nhan
số hồ sơ từ kỳ trước chuyển qua | count | hồ sơ |
hồ sơ đang giải quyết | count | hồ sơ |
hồ sơ giải quyết trễ hạn | count | hồ sơ | ho-so-qua-han
xếp hạng Chỉ số cải cách hành chính (PAR INDEX) các tỉnh, thành phố | rank |  | par-index-hang
PAR INDEX năm 2023 của tỉnh | percent | % | par-index-diem
Chỉ số đo lường sự hài lòng của người dân đối với sự phục vụ của cơ quan hành chính nhà nước | percent | % | sipas-diem
xếp hạng chuyển đổi số cấp tỉnh | rank |  | dti-tinh-hang
chỉ số chuyển đổi số cấp tỉnh | rank |  | dti-tinh-hang
chỉ số phục vụ người dân và doanh nghiệp | score | điểm | bcs766-diem
Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp | rank |  | bcs766-hang
tài khoản định danh điện tử mức độ 2 được kích hoạt | count | tài khoản | dinh-danh-kich-hoat
công dân đủ điều kiện đã được cấp CCCD gắn chip | percent | % | can-cuoc-cap-ty-le
hồ sơ cấp tài khoản định danh điện tử thu nhận | count | hồ sơ | dinh-danh-thu-nhan
cơ sở khám chữa bệnh BHYT thực hiện KCB bằng CCCD gắn chip | percent | % | kcb-can-cuoc-co-so
người hưởng lương hưu, trợ cấp BHXH nhận qua tài khoản ngân hàng | percent | % | luong-huu-tai-khoan-ty-le
trường học triển khai thu học phí không dùng tiền mặt | percent | % | hoc-phi-khong-tien-mat-ty-le
doanh nghiệp sử dụng hóa đơn điện tử | percent | % | hoa-don-dien-tu-ty-le
doanh nghiệp nộp thuế điện tử | percent | % | thue-dien-tu-ty-le
tỷ trọng kinh tế số trong GRDP của tỉnh | percent | % | kinh-te-so-grdp-ty-le
dân số từ 15 tuổi trở lên có tài khoản giao dịch tại ngân hàng | percent | % | tai-khoan-ngan-hang-ty-le
sản phẩm OCOP đạt 3 sao trở lên | count | sản phẩm | ocop-san-pham
hộ sản xuất nông nghiệp được đưa lên sàn thương mại điện tử | count | hộ | san-tmdt-ho-san-xuat
Tổ công nghệ số cộng đồng cấp thôn | count | tổ | to-cong-nghe-so
thành viên tham gia Tổ công nghệ số cộng đồng | count | thành viên | to-cong-nghe-so-thanh-vien
hệ thống thông tin được phê duyệt cấp độ an toàn | percent | % | he-thong-phe-duyet-cap-do-ty-le
máy tính của cán bộ được cài đặt phần mềm phòng chống mã độc | percent | % | may-tram-bao-ve-ty-le
văn bản điện tử được ký số | percent | % | van-ban-ky-so-ty-le
văn bản trao đổi giữa các cơ quan nhà nước được thực hiện dưới dạng điện tử | percent | % | van-ban-dien-tu-ty-le
lượt cán bộ, công chức, viên chức được bồi dưỡng, tập huấn kỹ năng số | count | lượt | can-bo-tap-huan-cds
thủ tục hành chính được cắt giảm | count | thủ tục | tthc-cat-giam
dịch vụ công trực tuyến một phần | count | dịch vụ | dvc-truc-tuyen-mot-phan
DVCTT toàn trình đã cung cấp trên Cổng Dịch vụ công quốc gia | count | dịch vụ | dvc-tich-hop-cong-quoc-gia
thủ tục hành chính được cung cấp dịch vụ công trực tuyến toàn trình | percent | % | dvc-truc-tuyen-toan-trinh-ty-le
số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực | percent | % | ket-qua-so-hoa-ty-le
số hóa hồ sơ, kết quả giải quyết TTHC | percent | % | ho-so-so-hoa-ty-le
tỷ lệ cấp kết quả điện tử | percent | % | ket-qua-dien-tu-ty-le
khai thác, sử dụng lại thông tin, dữ liệu số hóa | percent | % | tai-su-dung-du-lieu-ty-le
mức độ hài lòng của người dân, doanh nghiệp trong giải quyết TTHC | percent | % | hai-long-tthc-ty-le
GRDP bình quân đầu người | money | VND | grdp-dau-nguoi
quy mô nền kinh tế (GRDP) | money | VND | grdp-quy-mo
tốc độ tăng tổng sản phẩm trên địa bàn tỉnh (GRDP) | percent | % | grdp-tang-truong
tổng thu cân đối ngân sách nhà nước trên địa bàn | money | VND | thu-ngan-sach
thu nội địa | money | VND |
tổng vốn đầu tư phát triển toàn xã hội | money | VND | von-dau-tu-xa-hoi
dự án FDI được cấp mới | count | dự án | fdi-du-an
kim ngạch xuất khẩu hàng hóa | money | USD | xuat-khau
kim ngạch xuất khẩu thủy sản | money | USD |
tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng | money | VND | ban-le
tỷ lệ hộ nghèo đa chiều | percent | % | ho-ngheo-ty-le
tỷ lệ hộ nghèo và cận nghèo | percent | % |
xã đạt chuẩn nông thôn mới nâng cao | count | xã | nong-thon-moi-nang-cao-xa
tỷ lệ bao phủ bảo hiểm y tế toàn dân | percent | % | bhyt-bao-phu-ty-le
doanh nghiệp thành lập mới | count | doanh nghiệp | doanh-nghiep-moi
lượt khách du lịch đến tỉnh | count | lượt | khach-du-lich
tổng thu từ du lịch | money | VND | du-lich-doanh-thu
lao động được tạo việc làm mới | count | lao động | viec-lam-moi
vụ tai nạn giao thông | count | vụ | tai-nan-giao-thong
người chết do tai nạn giao thông | count | người |
tỷ lệ trường học các cấp đạt chuẩn quốc gia | percent | % | truong-chuan-quoc-gia-ty-le
dân cư nông thôn sử dụng nước hợp vệ sinh | percent | % | nuoc-sach-ty-le
tỷ lệ dân số sử dụng dịch vụ công trực tuyến | percent | % | nguoi-dan-dung-dvctt-ty-le
Tỷ lệ dân số có hồ sơ sức khỏe điện tử | percent | % | ho-so-suc-khoe-ty-le
cơ sở y tế triển khai bệnh án điện tử | count | cơ sở | benh-an-dien-tu
cuộc tấn công mạng vào các hệ thống thông tin | count | cuộc | su-co-attt
tỷ lệ hồ sơ công việc tại cấp tỉnh được xử lý trên môi trường mạng | percent | % | ho-so-cong-viec-tinh-ty-le
giá trị giải ngân vốn đầu tư công | money | VND | giai-ngan-dau-tu-cong
giải ngân vốn đầu tư công so với kế hoạch Thủ tướng giao | percent | % | giai-ngan-dau-tu-cong-ty-le
giải ngân vốn chương trình mục tiêu quốc gia | percent | % |
chứng thư số chuyên dùng Chính phủ đã cấp | count | chứng thư số | to-chuc-chung-thu-so
trạm BTS toàn tỉnh | count | trạm | tram-bts
thôn, bản chưa có sóng di động băng rộng | count | thôn | thon-lom-song
tài khoản thanh toán Mobile Money | count | tài khoản | mobile-money-khach-hang
thanh toán tiền điện không dùng tiền mặt | percent | % |
chi trả an sinh xã hội qua tài khoản | percent | % | an-sinh-tai-khoan-ty-le
sở, ban, ngành có mạng nội bộ (LAN) | percent | % | co-quan-mang-ty-le
điểm cầu cấp xã | count | điểm cầu | diem-cau-truyen-hinh
dữ liệu hộ tịch được số hóa | count | dữ liệu | ho-tich-so-hoa
phản ánh, kiến nghị của người dân được tiếp nhận qua Cổng DVCQG | count | phản ánh, kiến nghị | phan-anh-kien-nghi
lượt truy cập Cổng dịch vụ công của tỉnh | count | lượt |
nhiệm vụ chuyển đổi số đã hoàn thành | count | nhiệm vụ |
dịch vụ công thiết yếu của Đề án 06 | ratio | dịch vụ công | dvc-thiet-yeu
hồ sơ đất đai được số hóa | count | hồ sơ |
tiền gửi ngân hàng | money | VND |
tốc độ tăng kinh tế số | percent | % |
chỉ số thành phần Hiện đại hóa hành chính | rank |  | par-index-linh-vuc-hang
trụ cột Hạ tầng số | rank |  | dti-ha-tang-so-hang
thời gian giải quyết thủ tục hành chính | percent/change | % | thoi-gian-giai-quyet-cat-giam
tổng số giao dịch thanh toán trực tuyến | count | giao dịch | thanh-toan-truc-tuyen-giao-dich
trẻ dưới 6 tuổi được cấp thẻ BHYT | percent | % |
"""


def rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in WORDINGS.strip().splitlines()]


@pytest.mark.parametrize(("label", "kind", "unit", "indicator"), rows())
def test_wordings(label, kind, unit, indicator):
    kind, _, aspect = kind.partition("/")
    assert (indicator_of(label, kind, unit or None, aspect or "level") or "") == indicator
