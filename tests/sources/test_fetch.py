"""Fetching from a server on this machine, with the faults that servers have."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.sources.web import Answer, Web, web

from comity.errors import InputError, UsageError
from comity.sources import fetch_files as fetching
from comity.sources.descriptor import descriptor
from comity.sources.fetch_client import Settings
from comity.sources.fetch_files import FetchReport, fetch, fetch_address
from comity.sources.fetch_guard import resolved
from comity.sources.fetch_plan import Days, Wanted, bounded, listed, planned

QUICK = Settings(every=0, tries=3, pause=0.001, timeout=5, may_be_private=True)
BODY = bytes(range(256)) * 2_000


@pytest.fixture
def site() -> Iterator[Web]:
    with web() as served:
        served.files["/data.bin"] = BODY
        yield served


def test_a_file_comes_whole_and_without_leftovers(site: Web, tmp_path: Path) -> None:
    report = fetch_address(f"{site.address}/data.bin", tmp_path, QUICK)
    assert [(one.path, one.size, one.status) for one in report.files] == [
        (tmp_path / "data.bin", len(BODY), "fetched")
    ]
    assert (tmp_path / "data.bin").read_bytes() == BODY
    assert not list(tmp_path.glob(".*.part"))


def test_a_busy_server_is_asked_again_after_what_it_says(site: Web, tmp_path: Path) -> None:
    site.first["/data.bin"] = [Answer(503, headers={"Retry-After": "1"}), Answer(429)]
    start = time.monotonic()
    report = fetch_address(f"{site.address}/data.bin", tmp_path, QUICK)
    assert [one.status for one in report.files] == ["fetched"]
    assert len(site.asked) == 3
    assert time.monotonic() - start >= 1


def test_a_server_that_asks_for_too_long_a_wait_is_not_waited_for(site: Web, tmp_path: Path) -> None:
    site.first["/data.bin"] = [Answer(503, headers={"Retry-After": "86400"})]
    report = fetch_address(f"{site.address}/data.bin", tmp_path, QUICK)
    assert "asks to wait 86,400 seconds; try again later" in str(report.errors[0])
    assert len(site.asked) == 1


def test_a_server_that_stays_busy_is_given_up(site: Web, tmp_path: Path) -> None:
    site.first["/data.bin"] = [Answer(503)] * 9
    report = fetch_address(f"{site.address}/data.bin", tmp_path, QUICK)
    assert len(site.asked) == QUICK.tries
    assert "503" in str(report.errors[0])
    assert not (tmp_path / "data.bin").exists()


def test_a_connection_that_is_cut_goes_on_where_it_stopped(site: Web, tmp_path: Path) -> None:
    etag = f'"{hash(BODY)}"'
    site.first["/data.bin"] = [Answer(200, BODY, {"ETag": etag}, cut=100_000)]
    report = fetch_address(f"{site.address}/data.bin", tmp_path, QUICK)
    assert report.files[0].path.read_bytes() == BODY
    asked = site.asked[1][1]
    assert (asked["range"], asked["if-range"]) == ("bytes=100000-", etag)


def test_what_was_begun_starts_anew_when_the_file_has_changed(site: Web, tmp_path: Path) -> None:
    old = b"old" * 100_000
    site.first["/data.bin"] = [Answer(200, old, {"ETag": '"old"'}, cut=90_000), Answer(404)]
    assert fetch_address(f"{site.address}/data.bin", tmp_path, QUICK).errors
    assert (tmp_path / ".data.bin.part").stat().st_size == 90_000
    report = fetch_address(f"{site.address}/data.bin", tmp_path, QUICK)
    assert report.files[0].path.read_bytes() == BODY


def test_a_newer_version_that_was_only_begun_never_passes_for_the_old_one(site: Web, tmp_path: Path) -> None:
    fetch_address(f"{site.address}/data.bin", tmp_path, QUICK)
    site.files["/data.bin"] = newer = BODY[::-1]
    etag = f'"{hash(newer)}"'
    site.first["/data.bin"] = [Answer(200, newer, {"ETag": etag}, cut=0), Answer(404)]
    assert fetch_address(f"{site.address}/data.bin", tmp_path, QUICK).errors
    (tmp_path / ".data.bin.part").unlink(missing_ok=True)
    report = fetch_address(f"{site.address}/data.bin", tmp_path, QUICK)
    assert (report.files[0].status, report.files[0].path.read_bytes()) == ("fetched", newer)


def test_a_file_that_has_not_changed_is_not_fetched_again(site: Web, tmp_path: Path) -> None:
    fetch_address(f"{site.address}/data.bin", tmp_path, QUICK)
    again = fetch_address(f"{site.address}/data.bin", tmp_path, QUICK)
    assert again.files[0].status == "held"
    assert "if-none-match" in site.asked[1][1]


def test_a_file_that_was_downloaded_by_hand_is_known_by_its_size(site: Web, tmp_path: Path) -> None:
    (tmp_path / "data.bin").write_bytes(BODY)
    assert fetch_address(f"{site.address}/data.bin", tmp_path, QUICK).files[0].status == "held"


def test_a_wrong_checksum_is_tried_again_and_then_refused(site: Web, tmp_path: Path) -> None:
    wanted = Wanted(f"{site.address}/data.bin", "data.bin", md5=hashlib.md5(b"other").hexdigest())
    report = fetching._fetch_all((wanted,), tmp_path, QUICK, None)
    assert "has not the MD5 that its publisher tells" in str(report.errors[0])
    assert len(site.asked) == QUICK.tries
    assert not (tmp_path / "data.bin").exists()


def test_a_file_with_the_right_checksum_is_held_without_asking(site: Web, tmp_path: Path) -> None:
    wanted = Wanted(f"{site.address}/data.bin", "data.bin", sha256=hashlib.sha256(BODY).hexdigest())
    assert fetching._fetch_all((wanted,), tmp_path, QUICK, None).files[0].status == "fetched"
    assert fetching._fetch_all((wanted,), tmp_path, QUICK, None).files[0].status == "held"
    assert len(site.asked) == 1


@pytest.mark.parametrize("tells_size", [True, False])
def test_a_file_that_is_too_large_is_stopped(tells_size: bool, site: Web, tmp_path: Path) -> None:
    site.first["/data.bin"] = [Answer(200, BODY, tells_size=tells_size)]
    report = fetch_address(f"{site.address}/data.bin", tmp_path, replace(QUICK, largest=100_000))
    assert "more than 100,000 bytes" in str(report.errors[0])
    assert not [one for one in tmp_path.iterdir() if one.stat().st_size > 100_000]


def test_a_missing_file_is_told_and_the_others_are_fetched(site: Web, tmp_path: Path) -> None:
    wanted = [Wanted(f"{site.address}/{name}", name) for name in ("gone.bin", "data.bin")]
    report = fetching._fetch_all(wanted, tmp_path, QUICK, None)
    assert [one.path.name for one in report.files] == ["data.bin"]
    assert "gone.bin cannot be had, its server answers 404" in str(report.errors[0])


def test_a_web_page_is_not_taken_for_data(site: Web, tmp_path: Path) -> None:
    site.first["/data.bin"] = [Answer(200, b"<html>please log in</html>", {"Content-Type": "text/html"})]
    assert "is a web page" in str(fetch_address(f"{site.address}/data.bin", tmp_path, QUICK).errors[0])


def test_no_private_address_is_asked_unless_allowed(
    site: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COMITY_ALLOW_PRIVATE_ADDRESSES", raising=False)
    report = fetch_address(f"{site.address}/data.bin", tmp_path, Settings(every=0))
    assert "127.0.0.1, no public address, and is not asked" in str(report.errors[0])
    assert not site.asked
    monkeypatch.setenv("COMITY_ALLOW_PRIVATE_ADDRESSES", "1")
    assert fetch_address(f"{site.address}/data.bin", tmp_path, Settings(every=0)).files


def test_a_redirect_to_a_private_address_is_refused(
    site: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.first["/data.bin"] = [Answer(302, headers={"Location": "http://169.254.10.20/latest"})]
    public = resolved

    def only_here(host: str, port: int, may_be_private: bool) -> list[str]:
        return public(host, port, may_be_private=host == "127.0.0.1")

    monkeypatch.setattr("comity.sources.fetch_guard.resolved", only_here)
    report = fetch_address(f"{site.address}/data.bin", tmp_path, replace(QUICK, may_be_private=False))
    assert "169.254.10.20, no public address, and is not asked" in str(report.errors[0])


def test_a_redirect_is_followed_to_another_file(site: Web, tmp_path: Path) -> None:
    site.first["/old.bin"] = [Answer(301, headers={"Location": "/data.bin"})]
    report = fetch_address(f"{site.address}/old.bin", tmp_path, QUICK)
    assert (tmp_path / "old.bin").read_bytes() == BODY
    assert report.files[0].address == f"{site.address}/old.bin"


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/x"])
def test_a_redirect_to_what_is_not_the_web_is_refused(target: str, site: Web, tmp_path: Path) -> None:
    site.first["/data.bin"] = [Answer(302, headers={"Location": target})]
    report = fetch_address(f"{site.address}/data.bin", tmp_path, QUICK)
    assert len(report.errors) == 1
    assert not (tmp_path / "data.bin").exists()


def test_redirects_without_end_are_given_up(site: Web, tmp_path: Path) -> None:
    site.first["/data.bin"] = [Answer(302, headers={"Location": "/data.bin"})] * 50
    assert "leads nowhere" in str(fetch_address(f"{site.address}/data.bin", tmp_path, QUICK).errors[0])


@pytest.mark.parametrize(
    "number",
    [
        *(
            "10.1.2.3",
            "192.168.0.1",
            "172.16.0.1",
            "127.1.2.3",
            "169.254.1.1",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
        ),
        *("::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::1"),
    ],
)
def test_an_address_of_no_public_network_is_refused(number: str) -> None:
    with pytest.raises(InputError, match="no public address"):
        resolved(number, 80, may_be_private=False)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_a_public_address_is_asked(number: str) -> None:
    assert resolved(number, 80, may_be_private=False) == [number]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/x.zip", "data.zip", "http:///x.zip"])
def test_what_is_no_address_of_the_web_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no address of the web"):
        fetch_address(address, tmp_path, QUICK)


def test_an_address_with_a_password_is_refused_without_repeating_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        fetch_address("https://anna:secret@example.org/x.zip", tmp_path, QUICK)
    assert "secret" not in str(refused.value)


def test_requests_to_one_host_keep_their_distance(site: Web, tmp_path: Path) -> None:
    for number in range(4):
        site.files[f"/{number}.bin"] = b"x"
    wanted = [Wanted(f"{site.address}/{number}.bin", f"{number}.bin") for number in range(4)]
    start = time.monotonic()
    assert len(fetching._fetch_all(wanted, tmp_path, replace(QUICK, every=0.1), None).files) == 4
    assert time.monotonic() - start >= 0.3


def test_a_stop_ends_at_once_and_the_next_fetch_goes_on(site: Web, tmp_path: Path) -> None:
    etag = f'"{hash(BODY)}"'
    site.first["/data.bin"] = [Answer(200, BODY, {"ETag": etag}, cut=200_000, stalls=True)]

    def stop(_: object) -> None:
        if (tmp_path / ".data.bin.part").exists() and (tmp_path / ".data.bin.part").stat().st_size:
            raise KeyboardInterrupt

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        fetch_address(f"{site.address}/data.bin", tmp_path, replace(QUICK, timeout=30), stop)
    assert time.monotonic() - start < 8
    assert not (tmp_path / "data.bin").exists()
    site.release.set()
    for thread in threading.enumerate():
        if thread.name.startswith("fetch-"):
            thread.join(5)
    assert fetch_address(f"{site.address}/data.bin", tmp_path, QUICK).files[0].path.read_bytes() == BODY
    assert "range" in site.asked[-1][1]


def test_two_fetches_into_one_folder_do_not_write_over_each_other(site: Web, tmp_path: Path) -> None:
    site.first["/data.bin"] = [Answer(200, BODY, {}, cut=1000, stalls=True)]
    address = f"{site.address}/data.bin"
    first = threading.Thread(target=fetch_address, args=(address, tmp_path, QUICK))
    first.start()
    while not site.asked:
        time.sleep(0.01)
    with pytest.raises(InputError, match=r"another fetch into .* is running: wait for it"):
        fetch_address(address, tmp_path, QUICK)
    site.release.set()
    first.join()
    assert (tmp_path / "data.bin").read_bytes() == BODY


def test_a_list_gives_the_files_of_the_days_with_size_and_sum(
    site: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = []
    for name in ("20240101000000.export.zip", "20240102000000.export.zip", "20240102000000.mentions.zip"):
        site.files[f"/v2/{name}"] = body = name.encode()
        lines.append(f"{len(body)} {hashlib.md5(body).hexdigest()} {site.address}/v2/{name}")
    site.files["/v2/list.txt"] = "\n".join([*lines, "", "a broken line"]).encode()
    block = {"list": f"{site.address}/v2/list.txt", "match": r"/(\d{14})\.export\.zip$"}
    _lend(monkeypatch, block)
    day = dt.date(2024, 1, 2)
    assert _names(fetch("gdelt", tmp_path, day, day, settings=QUICK)) == ["20240102000000.export.zip"]
    assert _names(fetch("gdelt", tmp_path, last=day, settings=QUICK)) == [
        "20240101000000.export.zip",
        "20240102000000.export.zip",
    ]
    assert site.paths().count("/v2/20240102000000.export.zip") == 1


def test_a_list_that_cannot_be_had_is_one_sentence(
    site: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lend(monkeypatch, {"list": f"{site.address}/v2/list.txt", "match": "(x)"})
    with pytest.raises(InputError, match="404"):
        fetch("gdelt", tmp_path, last=dt.date(2024, 1, 1), settings=QUICK)


def test_a_whole_list_is_not_fetched_by_accident(
    site: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lend(monkeypatch, {"list": f"{site.address}/v2/list.txt", "match": "(x)"})
    with pytest.raises(UsageError, match="these files go by days: say which"):
        fetch("gdelt", tmp_path, settings=QUICK)
    assert not site.asked


def test_names_in_a_list_are_read_beside_it_with_the_period_that_they_tell(tmp_path: Path) -> None:
    sums = [hashlib.md5(str(number).encode()).hexdigest() for number in range(4)]
    names = ("1979.zip", "200601.zip", "20130401.export.CSV.zip", "GDELT.MASTERREDUCEDV2.1979-2013.zip")
    (tmp_path / "md5sums").write_text("".join(f"{s}  {n}\n" for s, n in zip(sums, names, strict=True)))
    block = descriptor("gdelt").fetch["1.0"]

    def found(first: dt.date, last: dt.date) -> list[Wanted]:
        return list(listed(block, tmp_path / "md5sums", Days(first, last)))

    june = found(dt.date(1979, 6, 1), dt.date(1979, 6, 2))
    assert june == [Wanted("http://data.gdeltproject.org/events/1979.zip", "1979.zip", md5=sums[0])]
    later = found(dt.date(2006, 1, 31), dt.date(2013, 4, 1))
    assert [one.name for one in later] == ["200601.zip", "20130401.export.CSV.zip"]


def test_a_pattern_gives_an_address_a_period_within_the_days_it_covers() -> None:
    months = {"address": "https://example.org/%Y/%m.csv", "each": "month", "first": dt.date(2020, 1, 1)}
    days = {"address": "https://example.org/%Y%m%d.csv", "each": "day", "first": dt.date(2020, 3, 1)}
    months["last"] = dt.date(2020, 2, 29)
    found = planned({"patterns": [months, days]}, Days(dt.date(2020, 1, 15), dt.date(2020, 3, 2)))
    assert [one.address.removeprefix("https://example.org/") for one in found] == [
        *("2020/01.csv", "2020/02.csv", "20200301.csv", "20200302.csv"),
    ]


def test_files_of_one_address_need_no_days() -> None:
    block = {"files": ["https://example.org/all.csv", {"address": "https://example.org/b.csv", "size": 5}]}
    assert [(one.name, one.size) for one in planned(block, None)] == [("all.csv", None), ("b.csv", 5)]


def test_a_pattern_without_days_and_days_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(UsageError, match="--from"):
        list(planned({"patterns": [{"address": "x"}]}, None))
    with pytest.raises(UsageError, match="is after"):
        Days(dt.date(2024, 1, 2), dt.date(2024, 1, 1))


def test_an_unknown_set_and_a_dataset_that_cannot_be_fetched_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match=r"no set '3.0': choose one of 1.0, 2.0"):
        fetch("gdelt", tmp_path, files="3.0", settings=QUICK)
    monkeypatch.setattr(fetching, "descriptor", lambda name: replace(descriptor(name), fetch={}))
    with pytest.raises(UsageError, match="download it yourself from"):
        fetch("gdelt", tmp_path, settings=QUICK)


def test_too_many_files_are_refused_before_one_is_fetched() -> None:
    with pytest.raises(UsageError, match="give fewer days"):
        bounded(Wanted(str(number), str(number)) for number in range(200_001))


def _lend(monkeypatch: pytest.MonkeyPatch, block: dict[str, str]) -> None:
    """Let gdelt be fetched from here."""
    monkeypatch.setattr(fetching, "descriptor", lambda name: replace(descriptor(name), fetch={"here": block}))


def _names(report: FetchReport) -> list[str]:
    assert not report.errors
    return sorted(one.path.name for one in report.files)
