"""Things under all their names: which rules join them, which keep them apart, and how a hand overrules both."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import terms
from kg.errors import LexiconError
from kg.model import Fact
from kg.reconcile import naming
from kg.reconcile.model import Thing
from kg.reconcile.naming import Overrides
from kg.reconcile.overrides import read_overrides
from kg.reconcile.things import things, uses
from reconcile_claims import WORLD, claim, entity, policy, role


def known(*facts: Fact, overrides: Overrides | None = None, own_area: str = "VN-66") -> list[Thing]:
    decisions = overrides or Overrides()
    claims = [claim(made, own_area=own_area) for made in facts]
    return things([use for each in claims for use in uses(each, WORLD, decisions)], WORLD)


def named(*names: str, kind: str = "project", areas: tuple[str, ...] = ()) -> list[Thing]:
    places = areas or ("VN-22",) * len(names)
    return known(
        *(
            entity("a", "công suất [2] MW", name, kind, at=40 * number, area=area)
            for number, (name, area) in enumerate(zip(names, places, strict=True))
        )
    )


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("project", ("Nhà máy Xi măng Sông Lam", "xi măng Sông Lam", "Dự án nhà máy xi măng Sông Lam")),
        ("project", ("thủy điện Trà Khúc II", "Thuỷ điện Trà Khúc 2")),
        ("project", ("Điện gió Hòn Me GĐ1", "Điện gió Hòn Me giai đoạn I")),
        ("zone", ("KCN Phú Mỹ I", "Khu công nghiệp Phú Mỹ 1", "Phú Mỹ 1")),
        ("zone", ("KCN Việt - Hàn", "Khu công nghiệp Việt Hàn")),
        ("enterprise", ("Công ty CP Thép Mai Anh", "Công ty cổ phần thép Mai Anh", "CTCP Thép Mai Anh")),
        ("enterprise", ("Công ty TNHH MTV Hoà Lợi", "Công ty trách nhiệm hữu hạn một thành viên Hòa Lợi")),
    ],
)
def test_names_of_one_thing_are_one_and_all_are_kept(kind: str, names: tuple[str, ...]) -> None:
    (one,) = named(*names, kind=kind)
    assert {one.label, *one.names} == set(names)
    assert len(one.claims) == len(names)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("zone", ("KCN Tân Phú", "CCN Tân Phú")),
        ("zone", ("KCN Phú Mỹ 1", "KCN Phú Mỹ 2")),
        ("zone", ("KCN Việt Hàn", "KCN Việt Hàn mở rộng")),
        ("project", ("Điện gió Hòn Me GĐ1", "Điện gió Hòn Me GĐ2")),
        ("enterprise", ("Tập đoàn Hoàng Sơn", "Công ty CP Hoàng Sơn")),
    ],
)
def test_names_of_different_things_stay_apart(kind: str, names: tuple[str, ...]) -> None:
    assert len(named(*names, kind=kind)) == len(names)


def test_one_name_in_two_provinces_is_two_projects_and_a_name_without_a_place_joins_the_only_one() -> None:
    assert len(named("Thủy điện Sông Con", "Thủy điện Sông Con", areas=("VN-22", "VN-24"))) == 2
    nowhere = entity("a", "công suất [2] MW", "Thủy điện Sông Con", at=40, area=None)
    somewhere = entity("a", "công suất [2] MW", "Thủy điện Sông Con")
    assert [thing.place for thing in known(somewhere, nowhere)] == ["VN-22"]


def test_a_bare_zone_name_stays_alone_where_two_kinds_of_zone_bear_it() -> None:
    assert len(named("KCN Tân Phú", "CCN Tân Phú", "Tân Phú", kind="zone")) == 3


def test_a_zone_of_a_former_province_is_the_same_after_the_merger() -> None:
    (one,) = named("KCN Phố Nối", "KCN Phố Nối", kind="zone", areas=("VN-66", "2025/33"))
    assert one.place == "VN-66"


def test_an_owner_is_an_enterprise_under_the_same_rules() -> None:
    first, second = (
        entity("a", "công suất [2] MW", "Nhà máy Hoa Ban", at=40 * n, owner=owner)
        for n, owner in enumerate(("Công ty CP Hoa Ban", "CTCP Hoa Ban"))
    )
    company, project = known(first, second)
    assert company.kind == "enterprise"
    assert project.owners == (company.key,)
    assert len(company.claims) == 2


def test_people_are_told_apart_by_province_and_keep_all_their_offices() -> None:
    one = role("a", "Ông [Lê Văn Tám], Giám đốc", "Giám đốc", "Sở Công Thương")
    two = role("a", "đồng chí [Lê Văn Tám]", "Tỉnh ủy viên", at=60)
    (person,) = known(one, two)
    assert len(person.fields) == 2
    assert [thing.place for thing in known(one) + known(one, own_area="VN-22")] == ["VN-66", "VN-22"]


def test_a_policy_is_its_number_place_and_year() -> None:
    dated = policy("a", "Kế hoạch số [15/KH-UBND]", date="2021-09-27", policy_type="Kế hoạch")
    bare = policy("a", "theo Kế hoạch [15/KH–UBND]", at=60)
    later = policy("a", "Kế hoạch số [15/KH-UBND]", at=120, date="2023-02-01")
    assert len(known(dated, bare)) == 1
    assert len(known(dated, later)) == 2
    assert len(known(dated) + known(dated, own_area="VN-22")) == 2
    decree = policy("a", "Nghị định [32/2024/NĐ-CP]")
    assert known(decree)[0].key == known(decree, own_area="VN-22")[0].key == "policy/VN/32/2024/NĐ-CP"


def test_a_hand_can_join_what_the_rules_keep_apart() -> None:
    joined = read_overrides([(terms.ENTITY + "enterprise/hsg", terms.ENTITY + "enterprise/tập_đoàn_hoàng_sơn")], [])
    facts = [
        entity("a", "có [2] MW", name, "enterprise", at=40 * number)
        for number, name in enumerate(("HSG", "Tập đoàn Hoàng Sơn"))
    ]
    assert len(known(*facts)) == 2
    (one,) = known(*facts, overrides=joined)
    assert one.key == "enterprise/tập_đoàn_hoàng_sơn"


def test_a_hand_can_part_what_the_rules_join() -> None:
    first, second = (
        terms.ENTITY + "project/VN-22/nhà_máy_xi_măng_sông_lam",
        terms.ENTITY + "project/VN-22/xi_măng_sông_lam",
    )
    apart = read_overrides([], [(first, second)])
    facts = [
        entity("a", "có [2] MW", name, at=40 * number)
        for number, name in enumerate(("Nhà máy Xi măng Sông Lam", "xi măng Sông Lam"))
    ]
    assert len(known(*facts)) == 1
    assert len(known(*facts, overrides=apart)) == 2


def test_an_override_that_means_nothing_is_refused_with_the_remedy() -> None:
    with pytest.raises(LexiconError, match=r"entity-overrides\.ttl.*is no entity"):
        read_overrides([("https://example.org/a", "https://example.org/b")], [])
    with pytest.raises(LexiconError, match="different kinds"):
        read_overrides([(terms.ENTITY + "zone/a", terms.ENTITY + "project/a")], [])


def test_an_office_is_the_same_with_and_without_the_name_of_its_province() -> None:
    assert naming.organisation("Sở Công Thương tỉnh Hà Giang", "Hà Giang") == "sở công thương"
    assert naming.organisation("UBND thành phố Hải Phòng", "Hải Phòng") == "ubnd"


names = st.sampled_from(
    ["KCN Tân Phú", "CCN Tân Phú", "Tân Phú", "Khu công nghiệp Tân Phú", "KCN Tân Phú II", "Tân Phú 2"]
)
places = st.sampled_from(["VN-66", "VN-20", "2025/33", None])


@given(st.lists(st.tuples(names, places), min_size=1, max_size=8), st.randoms())
def test_the_order_of_names_does_not_matter(drawn: list[tuple[str, str | None]], random: Random) -> None:
    facts = [
        entity("a", "có [2] MW", name, "zone", at=40 * number, area=place) for number, (name, place) in enumerate(drawn)
    ]
    shuffled = facts[:]
    random.shuffle(shuffled)
    assert known(*facts) == known(*shuffled)
