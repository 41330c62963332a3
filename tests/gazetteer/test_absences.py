"""Days on which states were not there."""

from __future__ import annotations

import datetime as dt

from comity.gazetteer import absences, load


def test_absences_are_of_known_states_and_do_not_overlap() -> None:
    ends: dict[str, dt.date] = {}
    for code, start, end in absences():
        assert load().state(code).code == code
        assert (start or dt.date.min) < end
        assert code not in ends or ends[code] < (start or dt.date.min)
        ends[code] = end


def test_new_states_begin_on_the_day_of_their_independence() -> None:
    begins = {code: end for code, _, end in absences()}
    assert begins["SSD"] == dt.date(2011, 7, 9)
    assert begins["XKX"] == dt.date(2008, 2, 17)
    assert not {"RUS", "SRB", "DEU", "CHN"} & begins.keys()
