"""Every alert once over every channel: real servers on loopback, a real PostgreSQL, frozen clocks."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from pydantic import SecretStr

from alerts.message import Alert, compose
from alerts.outbox import deliver, raise_monitor
from alerts.sender import open_plugin
from parkwatch.errors import ParkwatchError, UsageError
from tests.alerts.reports import NOW, delivered, put_alerts
from tests.alerts.servers import mail_server, subject_of, text_of, webhook


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "alerts.jsonl"


def test_webhook_and_mail_get_each_alert_once(database_url: str, file: Path) -> None:
    with webhook() as hook, mail_server() as mailbox:
        put_alerts(database_url, 1)
        channels = [SecretStr(hook.address()), mailbox.address()]
        result = deliver(database_url, channels, now=NOW, file=file)
        again = deliver(database_url, channels, now=NOW, file=file)
        put_alerts(database_url, 1, title="青岚港: {n}")
        later = deliver(database_url, channels, now=NOW, file=file)
    assert (result.delivered, result.failed, again.delivered, later.delivered) == (2, 0, 0, 2)
    assert [m["title"] for m in hook.got] == ["青岚经济开发区: 第0条", "青岚港: 0"]
    assert "产值312.6亿元" in hook.got[0]["message"]
    assert [subject_of(m) for m in mailbox.mails] == ["青岚经济开发区: 第0条", "青岚港: 0"]
    assert "产值312.6亿元" in text_of(mailbox.mails[0])
    ids = [m["message_id"] for m in hook.got] + [str(m["X-Parkwatch-Message-Id"]) for m in mailbox.mails]
    assert len(set(ids)) == 4
    assert [h["X-Parkwatch-Message-Id"] for h in hook.headers] == ids[:2]
    assert f"Message: {ids[0]}" in hook.got[0]["message"]
    assert not file.exists()


def test_a_failed_attempt_keeps_its_error_and_is_repeated_later_with_the_same_id(database_url: str, file: Path) -> None:
    put_alerts(database_url, 1)
    with webhook() as hook:
        hook.status = 500
        channels = [hook.address("secret-token-1234")]
        first = deliver(database_url, channels, now=NOW, file=file)
        assert (first.delivered, first.failed) == (0, 1)
        [(_, attempts, done, error)] = delivered(database_url)
        assert (attempts, done) == (1, False)
        assert "500" in error
        hook.status = 200
        too_soon = deliver(database_url, channels, now=NOW + timedelta(minutes=4), file=file)
        assert (too_soon.delivered, too_soon.waiting, len(hook.got)) == (0, 1, 1)
        assert deliver(database_url, channels, now=NOW + timedelta(minutes=6), file=file).delivered == 1
    assert hook.got[0]["message_id"] == hook.got[1]["message_id"]
    assert delivered(database_url)[0][1:] == (2, True, "")


def test_a_channel_that_hangs_is_cut_off_and_holds_up_no_other(database_url: str, file: Path) -> None:
    put_alerts(database_url, 3)
    with webhook() as hanging, webhook() as sound:
        hanging.hold.clear()
        result = deliver(database_url, [hanging.address(), sound.address()], now=NOW, file=file, timeout=2)
        assert (result.delivered, result.failed, result.waiting) == (3, 1, 2)
        assert len(hanging.got) == 1
        assert list(result.errors.values()) == ["no answer within 2 seconds"]
        hanging.hold.set()
        later = deliver(database_url, [hanging.address(), sound.address()], now=NOW + timedelta(hours=1), file=file)
        assert later.delivered == 3
    assert len(sound.got) == 3


def test_a_thousand_alerts_make_one_digest(database_url: str, file: Path) -> None:
    put_alerts(database_url, 1000)
    with webhook() as hook:
        hook.status = 503
        assert deliver(database_url, [hook.address()], now=NOW, file=file).failed == 1000
        put_alerts(database_url, 1, title="青岚港: 新的一条{n}")
        hook.status = 200
        result = deliver(database_url, [hook.address()], now=NOW + timedelta(hours=1), file=file)
    assert (result.delivered, result.digests) == (1001, 1)
    attempt, digest, single = hook.got
    assert digest == attempt, "the digest is the same at every attempt, whatever came in meanwhile"
    assert digest["title"] == "1000 notes on the watch itself"
    assert digest["message"].count("青岚经济开发区") == 50
    assert "and 950 more" in digest["message"]
    assert single["title"] == "青岚港: 新的一条0"


def test_two_senders_at_once_send_each_message_once(database_url: str, file: Path) -> None:
    put_alerts(database_url, 6)
    with webhook() as hook:
        senders = [
            threading.Thread(target=deliver, args=(database_url, [hook.address()]), kwargs={"now": NOW, "file": file})
            for _ in range(3)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()
    assert sorted(m["title"] for m in hook.got) == [f"青岚经济开发区: 第{n}条" for n in range(6)]
    assert all(done and attempts == 1 for _, attempts, done, _ in delivered(database_url))


def test_the_second_sender_passes_by_what_the_first_one_holds(database_url: str, file: Path) -> None:
    put_alerts(database_url, 1)
    with webhook() as hook:
        hook.hold.clear()
        first = threading.Thread(target=deliver, args=(database_url, [hook.address()]), kwargs={"now": NOW, "file": file})
        first.start()
        assert hook.arrived.acquire(timeout=20)
        assert deliver(database_url, [hook.address()], now=NOW, file=file).delivered == 0
        hook.hold.set()
        first.join()
    assert len(hook.got) == 1
    assert delivered(database_url)[0][1:] == (1, True, ""), "a slow answer in time counts"


def test_without_a_channel_alerts_stand_in_a_file_once(database_url: str, file: Path) -> None:
    put_alerts(database_url, 20)
    assert deliver(database_url, [], now=NOW, file=file).delivered == 20
    assert deliver(database_url, [], now=NOW, file=file).delivered == 0
    entries = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [e["title"] for e in entries] == [f"青岚经济开发区: 第{n}条" for n in range(20)]
    assert entries[3]["payload"] == {"url": "http://news.example/3"}
    readable = file.with_suffix(".txt").read_text(encoding="utf-8")
    assert readable.count("产值312.6亿元") == 20


def test_a_file_that_was_torn_or_written_and_not_marked_is_completed(database_url: str, file: Path) -> None:
    put_alerts(database_url, 3)
    deliver(database_url, [], now=NOW, file=file)
    whole = file.read_bytes()
    lines = whole.splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:2]) + lines[2][:40])  # killed in the middle of the third line, nothing marked
    file.with_suffix(".txt").unlink()
    with psycopg.connect(database_url) as connection:
        connection.execute("UPDATE parkwatch.alert_delivery SET delivered_at = NULL, attempts = 0, attempted_at = NULL")
    assert deliver(database_url, [], now=NOW, file=file).delivered == 3
    assert file.read_bytes() == whole
    assert file.with_suffix(".txt").read_text(encoding="utf-8").count("青岚") == 3


def test_a_file_that_cannot_be_written_marks_nothing(database_url: str, tmp_path: Path) -> None:
    put_alerts(database_url, 1)
    (tmp_path / "alerts.jsonl").mkdir()
    with pytest.raises(ParkwatchError, match="cannot be written"):
        deliver(database_url, [], now=NOW, file=tmp_path / "alerts.jsonl")
    assert delivered(database_url)[0][1:3] == (0, False)


def test_a_new_channel_gets_a_week_and_not_the_whole_past(database_url: str, file: Path) -> None:
    put_alerts(database_url, 1)
    with webhook() as hook:
        assert deliver(database_url, [hook.address()], now=NOW + timedelta(days=8), file=file).delivered == 0
        assert deliver(database_url, [hook.address()], now=NOW + timedelta(days=6), file=file).delivered == 1


@pytest.mark.parametrize("address", [
    "nosuch://user:hunter2secret@host/token1234", "hunter2secret", "dingtalk://hunter2secret@/", "json://", ""])
def test_an_unusable_address_is_told_without_its_secret(
    address: str, database_url: str, file: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str],
) -> None:
    put_alerts(database_url, 1)
    with pytest.raises(UsageError) as error:
        deliver(database_url, [SecretStr(address)], now=NOW, file=file)
    out = capfd.readouterr()
    for told in (str(error.value), caplog.text, out.out, out.err):
        assert "hunter2secret" not in told
        assert "token1234" not in told
    assert delivered(database_url) == []


def test_secrets_reach_neither_database_nor_result(database_url: str, file: Path) -> None:
    put_alerts(database_url, 1)
    with webhook() as hook:
        hook.status = 403
        address = f"json://watcher:hunter2secret@127.0.0.1:{hook.port}/tokenpath9876?+Authorization=Bearer%20abcdef123456"
        result = deliver(database_url, [SecretStr(address)], now=NOW, file=file)
    with psycopg.connect(database_url) as connection:
        kept = str(connection.execute("SELECT array_agg(d::text) FROM parkwatch.alert_delivery AS d").fetchone())
    for secret in ("hunter2secret", "tokenpath9876", "abcdef123456", "watcher"):
        assert secret not in kept + str(result)
    assert "json:" in kept
    assert "403" in kept


def test_a_message_too_long_for_a_chat_is_split() -> None:
    plugin = open_plugin(f"wecombot://{'a' * 36}/")
    parts = plugin._apply_overflow("字" * (plugin.body_maxlen + 1), title="t")
    assert len(parts) > 1


def test_a_digest_lists_reports_with_their_addresses_and_the_watchs_own_notes_first() -> None:
    alerts = [Alert(n, kind, f"title {n}", "", {"url": f"http://news.example/{n}"} if kind == "report" else {}, NOW)
              for n, kind in enumerate(("report", "report", "monitor"))]
    digest = compose("id", alerts)
    assert digest.title == "2 new park reports and 1 note on the watch itself"
    assert digest.body.splitlines() == [
        "! title 2", "• title 0", "  http://news.example/0", "• title 1", "  http://news.example/1"]


def test_chat_addresses_are_usable(database_url: str, file: Path) -> None:
    """DingTalk, Feishu, Lark, WeCom: opened, and with no alert waiting nothing is sent anywhere."""
    token = "a" * 36
    channels = [f"dingtalk://{token}/", f"feishu://{token}/", f"lark://{token}/", f"wecombot://{token}/"]
    assert deliver(database_url, channels, now=NOW, file=file).delivered == 0


def test_a_monitor_alert_is_raised_once_a_day_for_each_key(database_url: str) -> None:
    def raised(key: str, hours: int) -> bool:
        return raise_monitor(
            database_url, key, "portal qinglan: blocked\n", "none of 5 pages\nis an article", "run-1",
            now=NOW + timedelta(hours=hours))

    assert [raised("gate/a", 0), raised("gate/a", 1), raised("gate/b", 1), raised("gate/a", 24)] == [True, False, True, True]
    with psycopg.connect(database_url) as connection:
        row = connection.execute("SELECT kind, title, body, payload->>'day' FROM parkwatch.alert ORDER BY alert_id").fetchone()
    assert row == ("monitor", "portal qinglan: blocked", "none of 5 pages\nis an article", "2025-08-08")
