"""Cue words round a figure, as regexes. (Data: patterns/cues.)"""

import re


def _any(words: str) -> str:
    return "|".join(sorted((w.strip().replace(" ", " ") for w in words.split("|")), key=len, reverse=True))


LEAD = re.compile(
    r"(?:^[\d.]+\.? )?[ ,;:()\"“”–-]*(?:" + _any(
        "và|còn|trong đó|cụ thể|như|riêng|nhưng|tuy nhiên|hiện|hiện nay|đến nay|tính đến nay|tính đến|có|với|được|trên địa bàn tỉnh|"
        "trên địa bàn|toàn tỉnh|cả nước|tổng cộng|bên cạnh đó|ngoài ra|theo đó|qua đó|nhờ đó|đồng thời|cùng với đó|đặc biệt|nhất là|"
        "trong|của|là|thì|khoảng|trong số đó|nâng(?! cao)|cùng|gồm|bao gồm|hoặc|so với|tại|đã có|đã|tỉnh|tỉnh đã|nay|lũy kế|đến|cho|cùng kỳ|kế đến là|tiếp đến là|kế đến|tiếp đến|"
        "nếu|hai vị trí kế tiếp thuộc về|thuộc về|nếu|ở khối|dẫn đầu|dẫn đầu là|đứng đầu|đứng đầu là|đứng chót|cao nhất|cao nhất là|thấp nhất|thấp nhất là|thấp nhất có|yếu nhất là|nhiều nhất là|nhiều nhất|cuối bảng là|tiếp theo là|tiếp theo|đứng thứ hai là|xếp sau là|ở chiều ngược lại|ngược lại|nhóm chậm nhất có|trái lại|tuy vậy|dù vậy|đáng chú ý|đáng lưu ý|hiện tại|chẳng hạn|ví dụ|số này|kết quả|trong khi đó|trong khi|đối với|về|phấn đấu|mục tiêu|dự kiến|ước|từ|hơn|số còn lại|còn lại|chỉ(?! số)(?! tiêu)|mới|vẫn còn|vẫn|cũng|nên|khi|toàn quốc|toàn huyện|cả tỉnh|toàn thành phố|hiện có|cho biết|rằng|theo"
    ) + r")(?=[ ,:]|$)[ ,:]*",
    re.I,
)
REPORT_TAIL = re.compile(
    r"(?:^|[ ,:])(?:" + _any(
        "nếu|thì|mới chỉ|bỏ xa|dự kiến|dẫn đầu|đứng đầu|cao nhất|thấp nhất|đứng chót|cao|khá|thấp|chỉ được|cùng|mới chỉ|cán mốc|giữ vững|tiếp tục|nới rộng|giữ|duy trì|đạt tỷ lệ|tỷ lệ đạt|đạt|là|có|được|còn|chiếm|bằng|lên|xuống|tới|đến|với|mức|ước|dự kiến|khoảng|chỉ|(?<!nhận )(?<!cấp )(?<!lập )(?<!ký )mới|đã|sẽ|gồm|trên|dưới|hơn|gần|và|từ|ở|tại|cho|của|thêm|cả|tổng cộng|"
        "lần lượt|phấn đấu|mục tiêu|vẫn|chỉ còn|ước đạt|đạt mức|lên tới|đạt được|hiện|nay|cũng|gồm có|như|trong|đang|thì|(?<!sắp )xếp|đứng|hoàn thành|thực hiện|ước tính|vào|phải|cùng|lại|tương đương|"
        "trong đó|vị trí|xếp hạng|ước thực hiện|tương ứng|so|về|khoảng chừng|trung bình|bình quân|đúng|những|hiện có|đã có|sau|vẫn còn|không|lũy kế|để|do|theo|đối|so"
    ) + r")[ ,:]*$",
    re.I,
)
CHANGE_TAIL = re.compile(
    r"(?:^|[ ,:])(?:" + _any(
        "tăng|giảm|vượt|cao hơn|thấp hơn|tăng trưởng|tụt|rớt|rơi|leo|nhích|tăng mạnh|giảm mạnh|tăng thêm|mất|hạ|cải thiện|cắt giảm|rút ngắn|nâng|kém|nhiều hơn|ít hơn|gấp|bứt|tăng gấp|sụt|lùi|tăng nhẹ|giảm nhẹ|nhỉnh hơn|nhỉnh"
    ) + r")[ ,:]*$",
    re.I,
)
MEASURED = re.compile(
    r" (?:" + _any(
        "tỷ lệ|tỉ lệ|tổng|số|doanh thu|kim ngạch|giá trị|vốn|thu|chi|mức|chỉ số|kinh phí|sản lượng|tốc độ|diện tích|công suất|chỉ tiêu|thời gian|xuất khẩu|nhập khẩu|grdp|gdp|tỷ trọng|tỉ trọng|mật độ|sản lượng|số lượng|khối lượng|lưu lượng|điểm|quy mô|thu nhập|ngân sách|dự toán|lợi nhuận|nguồn|tổng số|giải ngân|năng suất|trị giá|nợ|thuế|chi phí|pci|papi|par|sipas|dti|hạng"
    ) + r")(?= |$)"
)
PREDICATE = re.compile(
    r" (?:" + _any(
        "đã|được|có|chưa|đang|không|thành lập|ban hành|triển khai|tham gia|sử dụng|thực hiện|hoàn thành|đạt|kết nối|vượt|tiếp nhận|giải quyết|cung cấp|đăng ký|xử lý|thu hút|bị|phải|sẽ|cấp mới|cấp phát|tổ chức|mở|ký|nộp|thanh toán|đào tạo|lắp đặt|hỗ trợ|xây dựng|phát hiện|bố trí|đầu tư|phục vụ|áp dụng|tích hợp|ứng dụng|cài đặt|kích hoạt|đưa"
    ) + r")(?= |$)"
)
MODIFIER = re.compile(r"(?:^| )(?:giữ nguyên|không|chưa|vượt|mức độ|mức|cấp|loại|nhóm|hạng|lĩnh vực|trực tuyến|trực tiếp|toàn trình|một phần|đúng hạn|quá hạn|trước hạn)(?= |$)")
# Behind a share: what it is compared with. A comparison with a time, a plan or a mean is no part of the label.
COMPARED = re.compile(r"(?:so với (?:cùng|năm|tháng|quý|bình quân|trung bình|kỳ|đầu|cuối|thời điểm|trước|ngày|giai đoạn|nhiệm kỳ|mức|\d)|so (?!với)|cùng kỳ|tại|ở|trên địa bàn|vào|và|theo|thì|nên|do|là|để|nhờ|từ|đến|trước|sau)(?: |$)")
SHARE_OF = re.compile(r"(?:chiếm|bằng|tương đương|đạt|xấp xỉ|hoàn thành|vượt|tăng|giảm|hơn)[^,;]{0,24}$")
SHARED_CHANGE = re.compile(r"lần lượt")
RIGHT_TAIL = re.compile(
    r" (?:so với|trên địa bàn tỉnh|trên địa bàn|cùng kỳ|tăng|giảm|và|là|đạt|so|của tỉnh|của cả nước|trên toàn quốc|trong cả nước|với|tại|trong|ở|chiếm|gồm|bao gồm|có|còn|từ)$"
    r"|(?:^| )(?:so với|cùng kỳ|trên toàn quốc|trong cả nước|tăng \d).*$"
)

# A thing measured ends where the sentence begins to tell how it moved.
THING_END = re.compile(r" (?:tiếp tục|tăng dần|tăng(?! trưởng| thêm)|giảm(?! nghèo)|ngày càng|có sự|duy trì|nới rộng|bắt đầu|liên tục|vươn|nhảy|rơi|tụt|tiếp đà)(?= ).*$")
POINTING = re.compile(r"^(?:con số|tỷ lệ|tỉ lệ|mức|số|chi phí|chỉ số|kết quả|số tiền|khoản|thứ hạng|chỉ tiêu) (?:này|đó|trên|ấy)\b")
INDEX = re.compile(
    r"\b(?:PAR[ -]?Index|PAR[ -]?INDEX|SIPAS|PAPI|PCI|PGI|DTI|ICT[ -]Index|Vietnam ICT Index|EGDI|GII|GCI|DDCI|DGI|PII|Bộ chỉ số (?:theo Quyết định (?:số )?)?[\ue001-\ue011][^,;.():\ue000-\uf8ff]{0,12}|Bộ chỉ số [^,;.():\ue000-\uf8ff]{4,60}|[Cc]hỉ số (?!thành phần|này|trên|tăng|giảm|đó|nội dung)[^,;.():\ue000-\uf8ff]{4,60})"
)

# A clause that does something, told from one that only names a member of a list.
ACTING = re.compile(r"^(?:tiếp nhận|giải quyết|xử lý|cung cấp|kích hoạt|ban hành|thành lập|tổ chức|phát hiện|hoàn thành|triển khai|kết nối|phê duyệt|thu hút|cấp mới|thu được|bố trí|huy động|đón|khởi tố|bắt giữ|lọc ra|ghi nhận|mở|ký)(?= |$)| (?:đã|được|chưa|đang|sẽ|không|có|phải|bị)(?= |$)|^(?:đã|được|chưa|đang|sẽ|không|có|phải|bị) ")
CONTINUES = re.compile(r"^[-+*• ]*(?:trong đó|riêng|còn lại|số này|số còn lại|tiếp đến|kế đến|tiếp theo|xếp sau|đứng thứ|dẫn đầu|đứng đầu|cao nhất|thấp nhất|đứng chót|cuối bảng|cụ thể|kế tiếp|ngược lại|ở chiều ngược lại|theo vùng|yếu nhất|nhiều nhất|ít nhất|chậm nhất|nhanh nhất|trong số)\b")
ABOUT = re.compile(r"^(?:về|trong bảng xếp hạng|bảng xếp hạng|trong|ở)? ?(.*)$")
SUBJECT_END = re.compile(r" (?:đã|được|có|chưa|đang|sẽ|cũng|tiếp tục|tổ chức|tiếp nhận|thực hiện|triển khai|hoàn thành|ghi nhận|vận hành|đạt|là|tiếp|kết nối|cung cấp|giải quyết|xử lý|phát hiện)(?= ).*$")
NAME = re.compile(r"^(?:[^\W\d_a-zà-ỹđ][\w’'.]*(?:[ -]+|$))+$")

SET_AGAINST = re.compile(r"^(?:cao|thấp|nhiều|ít|nhỉnh|lớn) hơn (?:nhiều |rất nhiều |hẳn )?(?:so với|mức|bình quân|trung bình|cùng kỳ|kế hoạch|dự toán)(?: [^,;]*)?$", re.I)
COMPARISON = re.compile(r"(?:^| )(?:cao hơn|thấp hơn|nhiều hơn|ít hơn|nhỉnh hơn|hơn|kém|vượt)(?: [^,;]+)?$", re.I)
GENERIC = re.compile(r"^(?:chỉ tiêu|mục tiêu|kế hoạch|kh|dự toán|bình quân|trung bình|mức bình quân|cùng kỳ|kỳ trước|năm trước)(?: (?:giao|được giao|đề ra|cả năm|chung|cả nước|năm|tỉnh|trung ương|hđnd|toàn tỉnh|các tỉnh|toàn quốc))*$", re.I)
GROUP = re.compile(r"^(?:khối|cấp|vùng|nhóm|khu vực|lĩnh vực|ngành|các bộ|các địa phương|địa phương|riêng|bộ|sở|của)(?= |$)", re.I)

# A noun that says nothing alone: what it is the share, the number or the value of stands elsewhere.
BARE = re.compile(r"^(?:con số|vốn|tỷ lệ|tỉ lệ|mức|số lượng|giá trị|tổng giá trị|tổng số|trị giá|số tiền|kết quả|số|tổng|tỷ trọng|doanh thu|số vốn|tổng trị giá|tổng vốn|tổng số vốn)$", re.I)
# "và" and commas that join one name: no clause turns there.
JOINED = re.compile(
    r"giáo dục và đào tạo|thông tin và truyền thông|kế hoạch và đầu tư|lao động, thương binh và xã hội|lao động - thương binh và xã hội|"
    r"nông nghiệp và phát triển nông thôn|tài nguyên và môi trường|khoa học và công nghệ|văn hóa, thể thao và du lịch|nông nghiệp và môi trường|"
    r"người dân và doanh nghiệp|người dân, doanh nghiệp|tổ chức, cá nhân|cá nhân, tổ chức|cán bộ, công chức, viên chức|cán bộ, công chức|xã, phường, thị trấn|xã, phường, đặc khu|xã, phường|"
    r"huyện, thị xã, thành phố|huyện, thành phố|tỉnh, thành phố|tỉnh, thành|bộ, ngành, địa phương|bộ, ngành|sở, ban, ngành|sở, ngành|khóm, ấp|thôn, bản|thôn, tổ dân phố|thể thao và du lịch|"
    r"công nghiệp và xây dựng|công nghiệp, xây dựng|nông, lâm nghiệp, thủy sản|nông, lâm nghiệp và thủy sản|nông lâm, thủy sản|nông, lâm, thủy sản|cải cách hành chính và chuyển đổi số|"
    r"tiếp nhận và trả kết quả|tiếp nhận, giải quyết|dịch vụ công và|phản ánh, kiến nghị|ứng dụng và phát triển|hành chính và|kinh tế - xã hội|an ninh, trật tự|trật tự, an toàn"
)

# Who says it is no part of what is measured.
SAID = re.compile(r"^[^,;]*\b(?:cho biết|cho rằng|cho thấy|ước tính|dự báo|khẳng định|nhận định|công bố)\b[ ,:]*(?:rằng )?(?=\S)", re.I)
# "Về thu ngân sách nhà nước, …": what the sentence is about, for things too short to say it.
ABOUT_FIRST = re.compile(r"^[^\w]*(?:về|trong lĩnh vực|đối với|ở lĩnh vực|trên lĩnh vực)(?: công tác| lĩnh vực| nhiệm vụ)? ([^,:;]{4,60})[,:]", re.I)
# What a base says of one member of a list, to be replaced by the next member's name.
OF_MEMBER = re.compile(r" (?:(?P<keep>lĩnh vực|ngành|khu vực|nhóm|thị trường)|của|khối|cấp|toàn|cho|vùng|sang|đối với) .*$")

# "Tăng mạnh nhất là", "Thấp nhất có", "Nhiều nhất vẫn là": leads up to a member.
SUPERLATIVE = re.compile(r"^(?:[^\W\d_]+ ){1,3}nhất (?:là|có|vẫn là|thuộc về|phải kể đến) ", re.I)
OF_PLACE = re.compile(r" (?:của|ở|tại|cho) (?P<name>[^,;]+)$", re.I)

# Behind an amount of money: nothing that it is for.
SPENT = re.compile(r"(?:so với|trong|vào|năm|của|mỗi|với|và|đạt|là|từ|đến|tại|ở|theo|thì|nên|do|nhờ|cùng|bằng|tăng|giảm|/)(?: |$)")

# The noun that is counted ends before what is said of it.
NOUN_END = re.compile(
    r" (?:đã|được|có|chưa|đang|không|sẽ|bị|của|trên|tại|trong|ở|cho|với|về|từ|đến|tới|do|để|là|và|thuộc|trực|theo|qua|vào|ra|này|đó|khác|mới|"
    r"mức|cấp|lĩnh|loại|tham|đạt|thành|hoàn|còn|phải|vượt|toàn|đăng|đủ|nộp|dùng|sử|thực|khi|như|gồm|hiện|chuyển|đầu|phục|hỗ)(?= |$).*$|[,(].*$"
)

# What a list of places or bodies can go on measuring.
LASTING = re.compile(r"giải ngân|thu ngân sách|tăng trưởng|xuất khẩu|nhập khẩu|hài lòng|hồ sơ|dịch vụ công|grdp|gdp|tỷ lệ|tỉ lệ|số hóa|thanh toán|đầu tư|kinh tế")
PLANNED = re.compile(r" ?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)(?![^\W\d_])")
