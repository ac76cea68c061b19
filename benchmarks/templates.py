"""The sentences of generated documents: each writes one or two sentences, and the facts that they state."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from page import Page, number

Template = Callable[[Page, Random], None]
_APPROX: tuple[tuple[str, str | None], ...] = (
    *(("", None), ("", None), ("hơn ", "over")),
    *(("gần ", "under"), ("khoảng ", "about")),
)
_PRODUCTS = (
    ("thép", "tonne", "nghìn tấn", 1000),
    ("xi măng", "tonne", "nghìn tấn", 1000),
    ("sản phẩm may", "piece", "triệu sản phẩm", 10**6),
)
_FAMILY, _MIDDLE = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ"), ("Văn", "Đức", "Minh", "Hữu")
_GIVEN = ("An", "Bình", "Hải", "Nam", "Sơn", "Tuấn")
_NAMES = ("Hòa Cường Phát", "Tân Thành", "Phú Minh", "Đại An", "Thuận Phát", "Long Giang", "Sông Xanh", "Đông Hưng")


def _growth(page: Page, indicator: str, name: str, **more: Any) -> None:
    rate = page.growth(name)
    digits = number(abs(rate), 0 if rate == int(rate) else 1)
    page.say(", tăng " if rate >= 0 else ", giảm ")
    page.say(page.observed(digits, rate, "percent", indicator, "growth", base="yoy", **more))
    page.say(f"% so với cùng kỳ năm {page.year - 1}")


def _money(page: Page, random: Random, subject: str, indicator: str, unit: str, scale: tuple[str, int]) -> None:
    approx, code = random.choice(_APPROX)
    value = page.level(indicator, 200, 9000)
    # "hơn" and "gần" are said of round numbers: below and above what is true
    shown = value if not approx else value - value % 10 if code == "over" else value + 10 - value % 10
    decimals = 0 if approx else random.choice((0, 1, 2))
    digits = number(shown, decimals)
    estimate = random.random() < 0.3
    status = "estimate" if estimate else "actual"
    amount = round(round(shown, decimals) * scale[1])
    page.say(f"{subject} {page.period_text} {'ước đạt' if estimate else 'đạt'} {approx}")
    page.say(page.observed(digits, amount, unit, indicator, status=status, approx=code), f" {scale[0]}")
    _growth(page, indicator, indicator, status=status)


def exports(page: Page, random: Random) -> None:
    """Exports, their growth, and how much of the plan they are."""
    _money(page, random, "Kim ngạch xuất khẩu", "export-turnover", "USD", ("triệu USD", 10**6))
    page.end()


def imports(page: Page, random: Random) -> None:
    """Imports and their growth."""
    _money(page, random, "Kim ngạch nhập khẩu", "import-turnover", "USD", ("triệu USD", 10**6))
    page.end()


def retail(page: Page, random: Random) -> None:
    """Retail sales and their growth."""
    subject = "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ"
    _money(page, random, subject, "retail-sales", "VND", ("tỷ đồng", 10**9))
    page.end()


def budget(page: Page, random: Random) -> None:
    """Budget revenue and its growth."""
    _money(page, random, "Thu ngân sách nhà nước", "budget-revenue", "VND", ("tỷ đồng", 10**9))
    page.end()


def iip(page: Page, _: Random) -> None:
    """Growth of industrial production."""
    rate = page.growth("iip")
    digits = number(abs(rate), 0 if rate == int(rate) else 1)
    page.say(f"Chỉ số sản xuất công nghiệp (IIP) {page.period_text} {'tăng' if rate >= 0 else 'giảm'} ")
    page.say(page.observed(digits, rate, "percent", "iip", "growth", base="yoy"), "% so với cùng kỳ")
    page.end()


def output(page: Page, random: Random) -> None:
    """Output of a product."""
    product, unit, scale, factor = random.choice(_PRODUCTS)
    value = round(page.level(product, 60, 900))
    page.say(f"Sản lượng {product} {page.period_text} đạt ")
    page.say(page.observed(number(value), value * factor, unit, "product-output", product=product), f" {scale}")
    _growth(page, "product-output", product, product=product)
    page.end()


def investors(page: Page, _: Random) -> None:
    """New foreign projects and their capital."""
    count, capital = round(page.level("projects", 20, 95)) + 1, round(page.level("capital", 60, 990))
    fields = {"investor": "fdi", "flow": "new"}
    page.say(f"Trong {page.period_text}, toàn tỉnh có ")
    page.say(page.observed(number(count), count, "project", "investment-projects", **fields))
    page.say(" dự án FDI cấp mới với tổng vốn đăng ký ")
    page.say(page.observed(number(capital), capital * 10**6, "USD", "registered-capital", **fields), " triệu USD")
    page.end()


def zones(page: Page, _: Random) -> None:
    """How many industrial clusters there are."""
    count = 5 + round(page.level("clusters", 5, 30) * 12 / page.month)
    stock = f"@{page.year}-{page.month:02}"
    page.say(f"Tính đến hết tháng {page.month}/{page.year}, toàn tỉnh có ")
    page.say(page.observed(number(count), count, "zone", "industrial-clusters", period=stock), " cụm công nghiệp")
    page.end()


def target(page: Page, _: Random) -> None:
    """What the province wants to export next year."""
    value = round(page.level("export-turnover", 200, 9000, later=1) / 1000, 1) or 0.1
    fact = page.observed(
        number(value, 1), round(value * 10**9), "USD", "export-turnover", period=str(page.year + 1), status="target"
    )
    page.say(f"Năm {page.year + 1}, tỉnh phấn đấu kim ngạch xuất khẩu đạt ", fact, " tỷ USD")
    page.end()


def project(page: Page, random: Random) -> None:
    """Capital and capacity of a plant."""
    name = f"Nhà máy xi măng {random.choice(_NAMES)}"
    plan = Random(f"{page.seed}/{page.area}/{name}")
    capital, capacity = plan.randint(200, 9900), plan.randint(2, 90) / 10
    about = {"entity_type": "project", "entity": name, "optional": ["period", "status"]}
    page.say(f"Dự án {name} có tổng vốn đầu tư ")
    page.say(page.figure(number(capital), capital * 10**9, "VND", attribute="investment-capital", **about))
    page.say(" tỷ đồng, công suất ")
    tonnes = round(capacity * 10**6)
    page.say(page.figure(number(capacity, 1), tonnes, "tonne/year", attribute="capacity", **about), " triệu tấn/năm")
    page.end()


def policy(page: Page, random: Random) -> None:
    """A plan by its number."""
    code = f"{random.randint(10, 400)}/KH-UBND"
    known = {"number": code, "policy_type": "Kế hoạch", "optional": ["issuer", "date"]}
    fact = {"kind": "policy", "digits": code, **known}
    if code in page.named:  # it counts once a document
        return
    page.named.add(code)
    page.say("Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số ", fact, " về phát triển thương mại")
    page.end()


def official(page: Page, random: Random) -> None:
    """Who said something."""
    name = f"{random.choice(_FAMILY)} {random.choice(_MIDDLE)} {random.choice(_GIVEN)}"
    if name in page.named:  # a person counts once a document
        return
    page.named.add(name)
    fact = {"kind": "role", "digits": name, "person": name, "role": "Giám đốc", "org": "Sở Công Thương"}
    page.say("Ông ", fact, ", Giám đốc Sở Công Thương, cho biết các doanh nghiệp đã chủ động tìm kiếm thị trường mới")
    page.end()


_NOISE = (
    "Các doanh nghiệp tiếp tục đầu tư đổi mới công nghệ, mở rộng thị trường và nâng cao chất lượng sản phẩm",
    "Trong thời gian tới, ngành chức năng sẽ tăng cường kiểm tra, tháo gỡ khó khăn cho các hộ kinh doanh",
    "Hội nghị diễn ra vào sáng ngày 12/5 với sự tham dự của đại diện các sở, ban, ngành và địa phương",
    "Người dân có thể gọi đến số 1900 6868 để được hướng dẫn về thủ tục",
    "Nhiều tuyến đường liên xã được nâng cấp, tạo thuận lợi cho việc đi lại của nhân dân trong vùng",
    "Công tác tuyên truyền được triển khai đồng bộ, góp phần nâng cao nhận thức của cộng đồng",
)


def noise(page: Page, random: Random) -> None:
    """Words that state nothing."""
    page.say(random.choice(_NOISE))
    page.end()


ABOUT: tuple[Template, ...] = (
    *(exports, imports, retail, budget, iip, output, investors, zones, target, project, policy, official),
)
