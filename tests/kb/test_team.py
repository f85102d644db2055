"""A team's rewrites: one contract for all adapters, faults delay nobody, withdrawal is honoured."""

import os
import threading
import time
import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pytest
from qdrant_client import QdrantClient, models

from qdrant_server import QdrantServer, free_port
from rustmend.config import load
from rustmend.domain import Diagnostic, Label, Level, Span
from rustmend.domain.signature import Said, normalise
from rustmend.knowledge.journal import Journal
from rustmend.knowledge.outbox import Outbox
from rustmend.knowledge.sharing import from_team
from rustmend.knowledge.team import Team
from rustmend.knowledge.teambase import Shared, TeamBase, TeamError, connect, insecure
from rustmend.settings import Team as TeamSettings
from rustmend.wiring import Knowledge

# the client's memory, also behind the socket, has no payload indexes
pytestmark = pytest.mark.filterwarnings("ignore:Payload indexes have no effect")
REAL = os.environ.get("RUSTMEND_TEST_QDRANT", "")
ADAPTERS = ["memory", "socket", *(["server"] if REAL else [])]


@dataclass
class Learned:
    """What one member learned."""

    rewrites: list[Shared] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def shared(self) -> Sequence[Shared]:
        return [each for each in self.rewrites if each.id not in self.broken]

    def unreadable(self) -> Collection[str]:
        return self.broken


@pytest.fixture
def server() -> Iterator[QdrantServer]:
    with QdrantServer() as made:
        yield made


@pytest.fixture(params=ADAPTERS)
def base(request: pytest.FixtureRequest) -> Iterator[TeamBase]:
    name = f"rustmend-test-{uuid.uuid4().hex[:8]}"
    if request.param == "memory":
        made = TeamBase(QdrantClient(":memory:"), name)
        yield made
        made.close()
        return
    if request.param == "server":
        made = connect(TeamSettings(url=REAL, collection=name))
        yield made
        QdrantClient(url=REAL, check_compatibility=False).delete_collection(name)
        made.close()
        return
    with QdrantServer() as served:
        made = connect(TeamSettings(url=served.url, collection=name))
        yield made
        made.close()


@pytest.fixture
def member(tmp_path: Path, server: QdrantServer) -> Iterator[Callable[..., Team]]:
    journals = []

    def make(name: str, learned: Learned, url: str = "", timeout: float = 5.0) -> Team:
        journal = Journal(tmp_path / name)
        journals.append(journal)
        settings = TeamSettings(url=url or server.url)
        made = Team(
            settings.url or "", lambda: connect(settings), Outbox(journal.database), learned,
            timeout=timeout,
        )  # fmt: skip
        made._rounds = made._open  # type: ignore[method-assign]  # rounds are made by hand here
        made.wait_until_connected(20.0)
        return made

    yield make
    for journal in journals:
        journal.close()


def test_what_is_shared_is_found_by_its_words(base: TeamBase) -> None:
    moved, borrowed = (
        rewrite("a", "borrow of moved value"),
        rewrite("b", "cannot borrow as mutable"),
    )
    assert base.similar(spoken("borrow of moved value"), ["E0382"], 5) == [], "no collection yet"
    base.put([moved, borrowed])
    assert base.count() == 2
    found = base.similar(spoken("borrow of moved value"), ["E0382"], 5)
    assert found[0] == moved
    assert base.similar(spoken("borrow of moved value"), ["E0382"], 1) == [moved]
    assert base.similar(spoken("nothing alike whatsoever"), [], 5) == []


def test_its_code_lifts_a_rewrite_and_no_code_shuts_one_out(base: TeamBase) -> None:
    words = "mismatched types in this place"
    base.put([replace(rewrite(str(n), words), codes=(f"E000{n}",)) for n in range(5)])
    assert base.similar(spoken(words), ["E0003"], 5)[0].id == "3"
    assert len(base.similar(spoken(words), ["E9999"], 5)) == 5


def test_the_same_rewrite_of_two_members_is_one(base: TeamBase) -> None:
    base.put([rewrite("a", "borrow of moved value")])
    base.put([replace(rewrite("a", "borrow of moved value"), occurrences=7)])
    assert base.count() == 1
    assert base.similar(spoken("borrow of moved value"), [], 5)[0].occurrences == 7


def test_what_is_withdrawn_is_gone_and_known_to_be(base: TeamBase) -> None:
    base.put([rewrite(str(n), f"some words {n}") for n in range(3)])
    before = time.time()
    base.withdraw(["1"])
    assert base.count() == 2
    assert {each.id for each in base.similar(spoken("some words 1"), [], 5)} == {"0", "2"}
    ((gone, at),) = base.withdrawn(before - 1)
    assert gone == "1" and at >= before - 1
    assert list(base.withdrawn(at + 60)) == []


def test_many_are_written_and_read_in_pages(
    base: TeamBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rustmend.knowledge.teambase.PAGE", 50)
    base.put([rewrite(str(n), f"words number word{n}") for n in range(250)])
    assert base.count() == 250
    base.withdraw([str(n) for n in range(120)])
    assert {gone for gone, _ in base.withdrawn(0)} == {str(n) for n in range(120)}
    assert base.count() == 130


def test_a_collection_of_something_else_is_left_alone(server: QdrantServer) -> None:
    server.client.create_collection(
        "photos", models.VectorParams(size=4, distance=models.Distance.DOT)
    )
    for ask in (lambda base: base.put([rewrite("a", "x")]), lambda base: base.count(),
                lambda base: base.similar(spoken("x"), ["E0382"], 5)):  # fmt: skip
        base = connect(TeamSettings(url=server.url, collection="photos"))
        with pytest.raises(TeamError, match=r"'photos' .* is none of rustmend's; set team\."):
            ask(base)
    assert server.client.count("photos").count == 0


@pytest.mark.parametrize("vector", ["other numbers", "without IDF"])
def test_a_collection_with_another_schema_is_said_and_local_knowledge_goes_on(
    vector: str, member: Callable[..., Team], server: QdrantServer
) -> None:
    sparse = {"said": models.SparseVectorParams()}
    server.client.create_collection(
        "rustmend",
        models.VectorParams(size=384, distance=models.Distance.COSINE),
        sparse if vector == "without IDF" else None,
    )
    team = member("m", Learned([rewrite("a", "words")]))
    with pytest.raises(TeamError, match=r"is none of rustmend's; set team\.collection to another"):
        team.sync()
    assert team.similar(said("words")) == []
    assert "none of rustmend's" in team.failure and team.state().waiting == 1


def test_a_server_that_is_too_old_is_told_by_its_version(server: QdrantServer) -> None:
    server.fault, server.version = "old", "1.7.4"
    with pytest.raises(TeamError, match=r"is Qdrant 1\.7\.4, and 1\.10 or newer is needed"):
        connect(TeamSettings(url=server.url)).count()
    server.version = "1.16.0"  # something else in its place, then
    with pytest.raises(TeamError, match="answers 404"):
        connect(TeamSettings(url=server.url)).count()


def test_what_another_version_shared_is_passed_over(
    member: Callable[..., Team], server: QdrantServer
) -> None:
    """A body that this version cannot read serves nobody here, and is left where it is."""
    connect(TeamSettings(url=server.url)).put([rewrite("a", "borrow of moved value")])
    team = member("m", Learned())
    found = team.similar(said("borrow of moved value"))
    assert [each.id for each in found] == ["a"]
    assert [from_team(each) for each in found] == [None]
    assert team.sync().total == 1 and team.failure == ""


def test_a_collection_is_made_as_the_settings_say(server: QdrantServer) -> None:
    base = connect(TeamSettings(url=server.url, collection="ours", shards=6, replicas=2))
    base.put([rewrite("a", "words")])
    (body,) = server.created
    assert (body["shard_number"], body["replication_factor"]) == (6, 2)
    assert body["sparse_vectors"]["said"]["modifier"] == "idf"
    assert server.requests.count("PUT /collections/ours/index") == 3


def test_a_payload_that_another_program_wrote_is_passed_over(server: QdrantServer) -> None:
    base = connect(TeamSettings(url=server.url))
    base.put([rewrite("a", "borrow of moved value")])
    good = server.client.scroll("rustmend", limit=1, with_vectors=True)[0][0]
    for number, payload in enumerate(({}, {"id": 3}, {"id": "x", "body": "y", "codes": "E0382"})):
        server.client.upsert(
            "rustmend",
            [models.PointStruct(id=number, vector=good.vector, payload={**payload, "gone": False})],
        )
    assert [one.id for one in base.similar(spoken("borrow of moved value"), [], 9)] == ["a"]


def test_one_members_rewrite_serves_another(member: Callable[..., Team]) -> None:
    mine, theirs = Learned([rewrite("a", "borrow of moved value")]), Learned()
    first, second = member("first", mine), member("second", theirs)
    assert first.state().waiting == 1 and not first.state().asked
    plan = first.sync(dry_run=True)
    assert [one.id for one in plan.pushed] == ["a"] and plan.total == 0
    assert second.similar(said("borrow of moved value")) == []
    done = first.sync()
    assert [one.id for one in done.pushed] == ["a"] and done.total == 1
    assert first.state().waiting == 0 and first.sync().pushed == ()
    second.sync()
    # an answer holds for a while; what another member adds is there later, or after a round
    second._answers.clear()
    assert [one.id for one in second.similar(said("borrow of moved value"))] == ["a"]
    assert second.state().milliseconds > 0


def test_what_is_forgotten_is_withdrawn_and_others_honour_it(member: Callable[..., Team]) -> None:
    one = rewrite("a", "borrow of moved value")
    mine, theirs = Learned([one]), Learned([one])
    first, second = member("first", mine), member("second", theirs)
    first.sync()
    assert [each.id for each in second.similar(said("borrow of moved value"))] == ["a"]
    mine.rewrites.clear()
    assert first.state().withdrawn == 1
    assert first.sync().withdrawn == ("a",)
    done = second.sync()
    assert done.learned_gone == ("a",)
    assert done.pushed == () and done.total == 0, "it is not sent again by who learned it too"
    assert second.similar(said("borrow of moved value")) == []
    assert first.sync() == replace(done, learned_gone=()), "and nothing is left to do"


def test_each_server_is_told_and_each_ones_withdrawals_are_heard(
    tmp_path: Path, server: QdrantServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rustmend.knowledge.team.DAY", 0.0)
    one = rewrite("a", "borrow of moved value")
    journal = Journal(tmp_path / "j")
    mine = Learned([one])
    with QdrantServer() as other:
        teams = []
        for each in (server, other):
            settings = TeamSettings(url=each.url)
            made = partial(connect, settings)
            teams.append(Team(each.url, made, Outbox(journal.database), mine, timeout=20.0))
        first, second = teams
        for team in teams:
            assert team.sync().total == 1
        # somebody withdrew another one from the second, before we do from the first
        connect(TeamSettings(url=other.url)).withdraw(["b"])
        mine.rewrites.clear()
        assert first.sync().withdrawn == ("a",)
        done = second.sync()
        assert done.withdrawn == ("a",) and done.learned_gone == ("b",) and done.total == 0
        assert first.sync().withdrawn == second.sync().withdrawn == ()
    journal.close()


def test_what_was_pushed_while_it_was_withdrawn_goes_at_the_next_round(
    member: Callable[..., Team], server: QdrantServer
) -> None:
    one = rewrite("a", "borrow of moved value")
    mine = Learned([one])
    first, second = member("first", mine), member("second", Learned())
    first.sync()
    mine.rewrites.clear()
    first.sync()
    connect(TeamSettings(url=server.url)).put([one])  # by somebody who had not heard yet
    assert second.sync().total == 0


def test_what_cannot_be_read_any_more_is_not_withdrawn(member: Callable[..., Team]) -> None:
    mine = Learned([rewrite("a", "words")])
    team = member("first", mine)
    team.sync()
    mine.broken.add("a")
    assert team.sync().withdrawn == () and team.state().withdrawn == 0


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("refused", "does not answer"),
        ("hang", "does not answer within 100 ms"),
        ("500", "answers 500"),
        ("401", "asks for a key, and RUSTMEND_TEAM_API_KEY holds none"),
        ("nonsense", "the team's server"),
    ],
)
def test_a_server_with_a_fault_is_asked_once_and_then_left_in_peace(
    fault: str, words: str, member: Callable[..., Team], server: QdrantServer
) -> None:
    url = f"http://127.0.0.1:{free_port()}" if fault == "refused" else server.url
    if fault == "401":
        server.key = "secret"
    else:
        server.fault = fault
    wait = 0.1 if fault == "hang" else 5.0
    team = member("m", Learned([rewrite("a", "words")]), url, wait)
    for n in range(5):
        assert team.similar(said(f"borrow of moved value number {n}")) == []
    assert words in team.state().failure
    assert len(server.requests) <= 1
    assert team.state().waiting == 1, "what waits is kept"
    if fault != "hang":
        with pytest.raises(TeamError, match=words):
            team.sync()
    server.fault = server.key = ""
    if fault != "refused":
        assert team.sync().total == 1 and team.state().failure == ""


def test_a_look_up_waits_no_longer_than_it_may(
    member: Callable[..., Team], server: QdrantServer
) -> None:
    mine = Learned([rewrite("a", "borrow of moved value")])
    member("first", mine).sync()
    server.fault = "slow"
    team = member("second", Learned(), timeout=0.1)
    assert team.similar(said("borrow of moved value")) == []
    assert "within 100 ms" in team.state().failure
    patient = member("third", Learned(), timeout=20.0)
    assert len(patient.similar(said("borrow of moved value"))) == 1


def test_a_look_up_waits_as_long_as_the_settings_say(server: QdrantServer, tmp_path: Path) -> None:
    folders = {"cache.path": str(tmp_path / "cache"), "journal.path": str(tmp_path / "journal")}
    server.fault = "hang"
    for more, words in (({}, "within 250 ms"), ({"team.timeoutMs": 120}, "within 120 ms")):
        settings, _ = load({**folders, "team.url": server.url, **more}, user_file=tmp_path / "none")
        knowledge = Knowledge.of(settings)
        assert knowledge.team is not None
        knowledge.team.wait_until_connected(20.0)
        assert knowledge.team_rewrites(said("borrow of moved value")) == []
        assert words in knowledge.remark
        knowledge.journal.close()


def test_a_client_that_is_slow_to_load_is_no_fault_of_the_server(
    tmp_path: Path, server: QdrantServer
) -> None:
    base = connect(TeamSettings(url=server.url))
    base.put([rewrite("a", "borrow of moved value")])
    journal = Journal(tmp_path / "j")
    loaded = threading.Event()

    def load() -> TeamBase:
        loaded.wait(30)
        return base

    team = Team(server.url, load, Outbox(journal.database), Learned(), timeout=5.0)
    before = len(server.requests)
    begun = time.monotonic()
    assert team.similar(said("borrow of moved value")) == []
    team.wait_until_connected(0.1)
    assert team.similar(said("borrow of moved value")) == []
    assert time.monotonic() - begun < 2.0
    assert not team.state().asked and not team.failure and len(server.requests) == before
    loaded.set()
    team.wait_until_connected(20.0)
    assert [one.id for one in team.similar(said("borrow of moved value"))] == ["a"]
    journal.close()


def test_a_client_that_cannot_be_made_is_said_and_waited_for_no_longer(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j")

    def fail() -> TeamBase:
        raise TeamError("it wants qdrant-client")

    team = Team("http://x", fail, Outbox(journal.database), Learned())
    begun = time.monotonic()
    team.wait_until_connected(20.0)
    assert time.monotonic() - begun < 10.0
    assert team.similar(said("borrow of moved value")) == []
    while not team.failure:
        time.sleep(0.01)
    assert team.failure == "it wants qdrant-client"
    journal.close()


def test_a_members_fast_clock_makes_nobody_deaf(
    member: Callable[..., Team], server: QdrantServer
) -> None:
    team = member("m", Learned())
    base = connect(TeamSettings(url=server.url))
    base.put([rewrite("a", "words"), rewrite("b", "words")])
    stone = {"id": "a", "gone": True, "at": time.time() + 30 * 86_400}
    server.client.upsert("rustmend", [models.PointStruct(id=1, vector={}, payload=stone)])
    assert team.sync().learned_gone == ("a",)
    base.withdraw(["b"])
    assert team.sync().learned_gone == ("b",)


def test_rounds_are_made_in_the_background_until_it_is_there(
    tmp_path: Path, server: QdrantServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rustmend.knowledge.team.FIRST", 0.01)
    journal = Journal(tmp_path / "j")
    settings = TeamSettings(url=server.url)
    pushed = threading.Event()
    learned = Learned([rewrite("a", "words")])
    server.fault = "500"
    team = Team(server.url, lambda: connect(settings), Outbox(journal.database), learned)
    team.start()
    while not server.requests:
        time.sleep(0.01)
    server.fault = ""
    team.nudge()
    for _ in range(3000):
        if team.state().waiting == 0:
            pushed.set()
            break
        time.sleep(0.02)
    assert pushed.is_set() and connect(settings).count() == 1
    journal.close()


def test_the_key_comes_from_the_environment(
    server: QdrantServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.key = "s3cret"
    settings = TeamSettings(url=server.url, api_key_env="OUR_KEY")
    with pytest.raises(TeamError, match="asks for a key, and OUR_KEY holds none"):
        connect(settings).count()
    monkeypatch.setenv("OUR_KEY", "secret")
    with pytest.raises(TeamError, match="refuses the key that OUR_KEY holds"):
        connect(settings).count()
    monkeypatch.setenv("OUR_KEY", "s3cret")
    assert connect(settings).count() == 0
    assert not insecure(settings), "this machine is near"
    assert insecure(TeamSettings(url="http://qdrant.lan:6333", api_key_env="OUR_KEY"))
    assert not insecure(TeamSettings(url="https://qdrant.lan:6333", api_key_env="OUR_KEY"))


@pytest.mark.parametrize("url", ["qdrant.lan:6333", "ftp://x", "http://", "nonsense"])
def test_a_wrong_address_is_said(url: str) -> None:
    with pytest.raises(TeamError, match=r"team\.url is no address"):
        connect(TeamSettings(url=url))


def rewrite(name: str, words: str) -> Shared:
    return Shared(name, ("E0382",), normalise(said(words)).sentences, f'{{"name":"{name}"}}')


def spoken(words: str) -> Said:
    return normalise(said(words))


def said(message: str) -> Diagnostic:
    label = Label(Span(Path("/x.rs"), 0, 1), "", True)
    return Diagnostic("E0382", Level.ERROR, message, (label,))
