"""The rule of booking, over made-up offices: it needs no table."""
from __future__ import annotations

from datetime import UTC, date, datetime, time

from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.contacts.booking import FEATURES, SITUATIONS, Need, Seer, Site, Taken, half_hours, nearness, places

MONDAY, THURSDAY = date(2026, 11, 23), date(2026, 11, 26)
WEEK = frozenset(range(5))
NINE, FIVE = time(9), time(17)
HUNSLET = Site(1, frozenset({"LS10", "LS11"}), frozenset({"step_free", "hearing_loop"}), 2, NINE, FIVE)
HEADINGLEY = Site(2, frozenset({"LS6", "LS"}), frozenset(), 1, NINE, FIVE)


def adviser(number: int, site: Site = HUNSLET, *specialisms: str, **changes: object) -> Seer:
    known = {"languages": frozenset({"en"}), "weekdays": WEEK, "starts_at": NINE, "finishes_at": FIVE}
    return Seer(number, site.id, specialisms=frozenset(specialisms), **{**known, **changes})  # type: ignore[arg-type]


PRECIOUS, GURPREET, TOMASZ = adviser(1, HUNSLET, "lone_parent"), adviser(2), adviser(3, HEADINGLEY)


def free(need: Need, advisers=(PRECIOUS, GURPREET, TOMASZ), taken=(), days=(MONDAY,), see_by=THURSDAY):
    return places(need=need, sites=(HUNSLET, HEADINGLEY), advisers=advisers, taken=taken, times=half_hours(days),
                  see_by=see_by)


class TestByPostcode:
    def test_a_district_is_nearer_than_an_area_and_is_not_its_own_beginning(self):
        assert [nearness(postcode, {"LS10", "LS"}) for postcode in ("LS10 2AB", "ls102ab", "LS1 0AB", "L1 0AB")] \
            == [2, 2, 1, 0]
        assert nearness("LS1 2AB", {"LS10"}) == 0

    def test_someone_is_seen_at_the_office_that_serves_them(self):
        assert {place.site_id for place in free(Need("LS6 3AA", "en"))} == {HEADINGLEY.id}
        assert free(Need("CF10 1AA", "en")) == ()

    def test_the_nearer_office_is_offered_until_it_is_full(self):
        [first, *_] = free(Need("LS10 2AB", "en"))
        full = [Taken(first.starts_at, HUNSLET.id, number) for number in (8, 9)]
        assert first.site_id == HUNSLET.id
        assert {each.site_id for each in free(Need("LS10 2AB", "en"), taken=full)
                if each.starts_at == first.starts_at} == {HEADINGLEY.id}


class TestTheAdviser:
    def test_a_lone_parent_first_sees_the_adviser_who_is_trained_for_it(self):
        [first, *_] = free(Need("LS10 2AB", "en", situations=frozenset({"lone_parent"})))
        assert (first.adviser_id, first.skills) == (PRECIOUS.id, {"lone_parent"})

    def test_who_is_not_a_lone_parent_never_sees_a_lone_parents_adviser_whatever_else_they_are(self):
        both = adviser(4, HUNSLET, "lone_parent", "disability")
        assert free(Need("LS10 2AB", "en", situations=frozenset({"disability"})), advisers=(PRECIOUS, both)) == ()

    def test_one_adviser_sees_one_person_at_a_time(self):
        [first, *_] = free(Need("LS11 2AB", "en"), advisers=(GURPREET,))
        taken = [Taken(first.starts_at, HUNSLET.id, GURPREET.id)]
        assert first.starts_at not in {each.starts_at
                                       for each in free(Need("LS11 2AB", "en"), advisers=(GURPREET,), taken=taken)}

    def test_hours_are_those_on_the_wall_in_london_in_summer_too(self):
        summer = free(Need("LS11 2AB", "en"), advisers=(GURPREET,), days=(date(2026, 6, 1),))
        assert (summer[0].starts_at, summer[-1].starts_at) == (
            datetime(2026, 6, 1, 8, tzinfo=UTC), datetime(2026, 6, 1, 15, 30, tzinfo=UTC))

    def test_in_time_with_anybody_comes_before_late_with_the_one_trained_for_it(self):
        alone = Need("LS10 2AB", "en", situations=frozenset({"lone_parent"}))
        fridays = adviser(5, HUNSLET, "lone_parent", weekdays=frozenset({4}))
        found = free(alone, advisers=(fridays, GURPREET), days=(THURSDAY, date(2026, 11, 27)))
        assert [found[0].adviser_id, found[-1].is_in_time] == [GURPREET.id, False]


_situations = st.frozensets(st.sampled_from(sorted(SITUATIONS)))
_features = st.frozensets(st.sampled_from(sorted(FEATURES)))
_languages = st.sampled_from(["en", "cy"])
_sites = st.tuples(*(st.builds(
    Site, id=st.just(number), postcode_areas=st.frozensets(st.sampled_from(["LS10", "LS6", "LS", "CF"]), min_size=1),
    features=_features, capacity=st.integers(0, 2), opens_at=st.just(NINE), closes_at=st.just(time(11)),
) for number in range(3)))
_advisers = st.lists(st.builds(
    Seer, id=st.integers(0, 99), site_id=st.integers(0, 2), languages=st.frozensets(_languages, min_size=1),
    specialisms=_situations, weekdays=st.just(WEEK), starts_at=st.sampled_from([NINE, time(10)]),
    finishes_at=st.sampled_from([time(10, 30), FIVE]),
), max_size=6, unique_by=lambda each: each.id)
_needs = st.builds(Need, postcode=st.sampled_from(["LS10 2AB", "LS6 3AA", "CF10 1AA", "BT1 1AA"]), language=_languages,
                   situations=_situations, features=_features)


class TestWhateverTheOffices:
    @settings(max_examples=80)
    @given(need=_needs, sites=_sites, advisers=_advisers)
    def test_nobody_is_offered_a_wrong_office_or_a_wrong_adviser(self, need, sites, advisers):
        by_site, by_adviser = {each.id: each for each in sites}, {each.id: each for each in advisers}
        for place in places(need=need, sites=sites, advisers=advisers, taken=(), times=half_hours([MONDAY]),
                            see_by=THURSDAY):
            site, seen_by = by_site[place.site_id], by_adviser[place.adviser_id]
            assert seen_by.site_id == site.id
            assert "step_free" in site.features or "step_free" not in need.features
            assert "lone_parent" in need.situations or "lone_parent" not in seen_by.specialisms
            assert need.language in seen_by.languages
            assert {need.postcode.split()[0], need.postcode[:2]} & site.postcode_areas

    @settings(max_examples=40)
    @given(needs=st.lists(_needs, min_size=1, max_size=12), sites=_sites, advisers=_advisers)
    def test_however_many_take_the_first_place_no_office_or_adviser_holds_more_than_it_can(
            self, needs, sites, advisers):
        taken: list[Taken] = []
        for need in needs:
            found = places(need=need, sites=sites, advisers=advisers, taken=taken, times=half_hours([MONDAY]),
                           see_by=THURSDAY)
            taken += [Taken(place.starts_at, place.site_id, place.adviser_id) for place in found[:1]]
        assert len({(each.starts_at, each.adviser_id) for each in taken}) == len(taken)
        for site in sites:
            held = [each.starts_at for each in taken if each.site_id == site.id]
            assert all(held.count(at) <= site.capacity for at in held)
