"""Status: what happened, will happen, is only imagined, or did not happen."""

import datetime as dt

import pytest

from comity.reading.layers import Meta
from comity.reading.reader import read_text


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Estonia and Finland are to sign an accord.", "AGREE", "future"),
        ("The premier of Samoa is due to visit Fiji.", "AGREE", "future"),
        ("Samoa said that it would reopen its embassy in Fiji.", "AGREE", "future"),
        ("Samoa said that it would close its embassy in Fiji if the talks failed.", "THREATEN", "actual"),
        ("If Samoa closes its embassy in Fiji, trade will suffer.", "SANCTION", "hypothetical"),
        ("Relations between Samoa and Fiji were not established until 1990.", "SUPPORT", "historical"),
        ("Samoa did not expel the Fijian envoy.", "SANCTION", "negated"),
        ("Samoa denied that it had expelled the Fijian envoy.", "SANCTION", "negated"),
        ("Samoa hopes to sign a treaty with Fiji.", "SUPPORT", "hypothetical"),
        ("Samoa expelled the Fijian envoy, officials denied on Friday.", "SANCTION", "negated"),
        ("Samoa backed Fiji; Tonga did not.", "SUPPORT", "actual"),
        ("Samoa's premier will fly to Fiji for talks with the president.", "AGREE", "future"),
        ("Samoa might show more commitment to aiding Fiji.", "AGREE", "hypothetical"),
    ],
)
def test_a_clause_has_the_status_that_its_words_give(text: str, kind: str, status: str) -> None:
    found = read_text(text, Meta(published=dt.date(2021, 6, 15), genre="news")).events
    assert (kind, status) in {(event.event_type, event.status) for event in found}
