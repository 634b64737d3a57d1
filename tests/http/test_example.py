"""«Заполнить примером» leaves a programme under way, made by invented people who only talk to the bot."""

from pathlib import Path

import pytest

from tests.client import MONDAY
from tests.processes import running

pytestmark = pytest.mark.http


def test_the_example_leaves_a_programme_under_way(tmp_path: Path) -> None:
    with running(tmp_path, MONDAY) as stand:
        stand.post("/sandbox/info", {"code": stand.code()})
        assert stand.post("/sandbox/example") == {"people": 6}
        sent = stand.rows("SELECT count(*) AS n FROM submission WHERE sent_at IS NOT NULL AND form != 'organisation'")
        pairs = stand.rows("SELECT status FROM mentorship")
        meetings = stand.rows("SELECT status FROM meeting")
        tasks = stand.rows("SELECT count(*) AS n FROM task")
    assert (sent[0]["n"], tasks[0]["n"]) == (4, 6)
    assert [row["status"] for row in pairs] == ["agreed"]
    assert [row["status"] for row in meetings] == ["planned"]
