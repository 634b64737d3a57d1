"""Whatever the messenger does to a reply, it comes: once on VK, and at most once again on Telegram."""

from collections.abc import Iterator

import pytest

from tests.client import MONDAY
from tests.http.person import Person
from tests.http.scenes import found
from tests.http.waiting import until
from tests.processes import PATIENCE_SECONDS, Stand, running

pytestmark = pytest.mark.http

FAULTS = [("telegram", kind) for kind in ("429", "500", "drop_before", "drop_after")]
FAULTS += [("vk", kind) for kind in ("500", "vk6", "vk9", "vk10", "drop_before", "drop_after")]


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stand]:
    with running(tmp_path_factory.mktemp("faults"), MONDAY) as stand:
        yield stand


@pytest.fixture(scope="module")
def curators(stand: Stand) -> dict[str, Person]:
    people = {platform: Person.appears(stand, platform, "Смирнова Ольга") for platform in ("telegram", "vk")}
    for curator in people.values():
        found(curator, stand.code())
    return people


@pytest.mark.parametrize(("platform", "kind"), FAULTS)
def test_the_reply_comes_all_the_same(stand: Stand, curators: dict[str, Person], platform: str, kind: str) -> None:
    curator = curators[platform]
    before = {message["id"] for message in curator.chat()}
    stand.post("/sandbox/faults", {"platform": platform, "kind": kind, "count": 1})
    curator.says("меню")
    until(lambda: replies(curator, before), PATIENCE_SECONDS)
    assert len(replies(curator, before)) <= (2 if (platform, kind) == ("telegram", "drop_after") else 1)
    assert stand.bot.poll() is None


def replies(person: Person, before: set[int]) -> list[str]:
    return [each["text"] for each in person.chat() if each["from"] == "bot" and each["id"] not in before]
