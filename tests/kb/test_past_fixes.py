"""Past fixes are found by what the compiler says: in every window, at once, only where they may."""

import itertools
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from rustmend.domain import Diagnostic, Label, Level, Span
from rustmend.domain.signature import NORMALISER, normalise
from rustmend.knowledge.dense import EmbeddingError, open_model
from rustmend.knowledge.engines import EdgeEngine, Engine, MemoryEngine, Point
from rustmend.knowledge.feed import Feed
from rustmend.knowledge.fixindex import FixIndex
from rustmend.knowledge.journal import Journal
from rustmend.knowledge.listing import Line
from rustmend.knowledge.meanings import KeptMeanings
from rustmend.knowledge.pastfix import Hunk, PastFix, content_id, shareable

HERE, ELSEWHERE = Path("/here"), Path("/elsewhere")
MOVED = "borrow of moved value: `{}`"
BORROWED = "cannot borrow `{}` as mutable because it is also borrowed as immutable"
MAKERS: dict[str, Callable[[Path], Engine]] = {
    "edge": EdgeEngine,
    "memory": lambda cache: MemoryEngine(),
}
MODEL = os.environ.get("RUSTMEND_TEST_EMBEDDING", "")
needs_model = pytest.mark.skipif(
    not MODEL, reason="RUSTMEND_TEST_EMBEDDING names no folder with an embedding model"
)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal(tmp_path / "journal.sqlite3")
    yield made
    made.close()


@pytest.fixture(params=MAKERS)
def index(request: pytest.FixtureRequest, journal: Journal, tmp_path: Path) -> Iterator[FixIndex]:
    made = FixIndex(journal, lambda: MAKERS[request.param](tmp_path / "cache"))
    yield made
    made.wait()
    made.close()


def test_what_says_the_same_comes_first_and_the_latest_of_it(
    journal: Journal, index: FixIndex
) -> None:
    first, second = fix(MOVED, "a", 1), fix(MOVED, "b", 2)
    for each in (first, fix(BORROWED, "v", 3), second):
        journal.record(each)
    assert index.wait(10)
    found = index.similar(said(MOVED.format("orders")), HERE, 5)
    assert [each.fix.id for each in found] == [second.id, first.id]
    assert all(each.same and each.similarity == 1.0 for each in found)
    assert len(index) == 2, "fixes that say the same are one document"


def test_what_is_nearly_the_same_is_found_under_its_code_only(
    journal: Journal, index: FixIndex
) -> None:
    longer = f"{MOVED} in a loop"
    journal.record(fix(longer, "a", 1))
    journal.record(fix(longer, "a", 2, code="E0505"))
    index.wait(10)
    found = index.similar(said(MOVED.format("x")), HERE, 5)
    assert [(each.fix.code, each.same) for each in found] == [("E0382", False)]
    assert 0.4 <= found[0].similarity < 1.0
    assert index.similar(said("expected one of `;` or `}`, found `let`"), HERE, 5) == []


def test_a_workspace_never_sees_anothers_but_what_is_imported(
    journal: Journal, index: FixIndex
) -> None:
    theirs, imported = fix(MOVED, "a", 1, ELSEWHERE), shareable(fix(MOVED, "b", 2))
    journal.record(theirs)
    journal.add([(imported, True)])
    index.wait(10)
    asked = said(MOVED.format("x"))
    assert [each.fix.id for each in index.similar(asked, HERE, 5)] == [imported.id]
    assert {each.fix.id for each in index.similar(asked, ELSEWHERE, 5)} == {theirs.id, imported.id}
    assert {each.fix.id for each in index.similar(asked, None, 5)} == {theirs.id, imported.id}
    assert {each.fix.id for each in index.search("E0382", None, 5)} == {theirs.id, imported.id}


def test_an_unproven_import_is_not_shown_until_it_counts(journal: Journal, index: FixIndex) -> None:
    waiting = shareable(fix(MOVED, "a", 1))
    journal.add([(waiting, False)])
    index.wait(10)
    asked = said(MOVED.format("x"))
    assert index.similar(asked, HERE, 5) == []
    journal.proven(waiting.id)
    assert [each.fix.id for each in index.similar(asked, HERE, 5)] == [waiting.id]


def test_another_windows_fixes_are_there_at_the_next_question(
    journal: Journal, index: FixIndex
) -> None:
    index.wait(10)
    asked = said(MOVED.format("x"))
    assert index.similar(asked, HERE, 5) == []
    other = Journal(journal.path)
    theirs = fix(MOVED, "a", 1)
    other.record(theirs)
    assert [each.fix.id for each in index.similar(asked, HERE, 5)] == [theirs.id]
    other.forget(theirs.id)
    assert index.similar(asked, HERE, 5) == [] and len(index) == 0
    other.close()


def test_many_at_a_time_are_taken_over_in_the_background(journal: Journal, index: FixIndex) -> None:
    index.wait(10)
    other = Journal(journal.path)
    own = ("before", "after", "inside", "outside", "between", "because")  # words of rustc's
    messages = [
        " ".join((*few, MOVED)) for few in itertools.islice(itertools.permutations(own, 4), 250)
    ]
    other.add([(shareable(fix(message, "a", n)), True) for n, message in enumerate(messages)])
    index.similar(said(MOVED.format("x")), HERE, 5)
    for thread in threading.enumerate():
        if thread.name == "past fixes":
            thread.join(30)
    assert len(index) == 250
    other.close()


def test_a_new_file_in_the_journals_place_is_begun_with(journal: Journal, index: FixIndex) -> None:
    journal.record(fix(MOVED, "a", 1))
    index.wait(10)
    assert len(index.similar(said(MOVED.format("x")), HERE, 5)) == 1
    journal.close()
    for file in journal.path.parent.glob("journal.sqlite3*"):
        file.unlink()
    other = fix(BORROWED, "v", 2)
    journal.record(other)
    assert index.similar(said(MOVED.format("x")), HERE, 5) == []
    assert [each.fix.id for each in index.similar(said(BORROWED.format("y")), HERE, 5)] == [
        other.id
    ]


def test_without_an_engine_the_same_is_found_by_its_signature(journal: Journal) -> None:
    def none() -> Engine:
        raise ImportError("no engine here")

    index = FixIndex(journal, none)
    journal.record(fix(MOVED, "a", 1))
    assert index.wait(10) and index.failure == "no engine here"
    assert len(index.similar(said(MOVED.format("x")), HERE, 5)) == 1
    assert index.similar(said(MOVED.format("x")), ELSEWHERE, 5) == []
    assert index.search("moved", HERE, 5) == []


def test_nobody_waits_for_an_index_that_is_being_built(journal: Journal, tmp_path: Path) -> None:
    go_on = threading.Event()

    class Slow(EdgeEngine):
        def add(self, points: Sequence[Point]) -> None:
            go_on.wait(60)
            super().add(points)

    index = FixIndex(journal, lambda: Slow(tmp_path / "cache"))
    journal.record(fix(MOVED, "a", 1))
    index.start()
    # it is said by words only once all are there, and by its signature at once
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(index.similar, said(MOVED.format("x")), HERE, 5)
        assert len(asked.result(30)) == 1
    assert not go_on.is_set()
    go_on.set()
    assert index.wait(30) and len(index) == 1
    index.close()


def test_a_row_that_an_older_rustmend_wrote_meanwhile_is_completed(journal: Journal) -> None:
    made = fix(MOVED, "a", 1)
    journal.record(made)
    journal.database.run(lambda db: db.execute("UPDATE fixes SET shared = '', said = '[]'"), None)
    assert Feed(journal.database).renew() == 1
    assert journal.known([shareable(made).id])[0]


def test_rows_of_an_older_normaliser_are_normalised_anew(journal: Journal) -> None:
    made = fix(MOVED, "a", 1)
    journal.record(made)
    journal.database.run(
        lambda db: db.execute("UPDATE fixes SET signature = 'old', said = '[]', normaliser = 0"),
        None,
    )
    feed = Feed(journal.database)
    assert feed.renew() == 1 and feed.renew() == 0
    (row,) = feed.rows(0, 10)
    assert row.signature == normalise(made.diagnostic).signature and row.said
    assert journal.list()[0].normaliser == NORMALISER


def test_a_process_may_end_while_the_index_is_built(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2])\n"
        "from test_past_fixes import *\n"
        "journal = Journal(Path(sys.argv[1]) / 'j')\n"
        "made = [(shareable(fix(f'w{n} ' + MOVED, 'a', n)), True) for n in range(2000)]\n"
        "journal.add(made)\n"
        "FixIndex(journal, lambda: EdgeEngine(Path(sys.argv[1]) / 'cache')).start()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path, Path(__file__).parent],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_a_model_that_is_not_there_is_said_at_once_and_offline(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match="kb embed --download"):
        open_model("BAAI/bge-small-en-v1.5", None, tmp_path)
    with pytest.raises(EmbeddingError, match=r"knows no model 'x/MiniLM-L6'; near are .*MiniLM-L6"):
        open_model("x/MiniLM-L6", None, tmp_path)
    with pytest.raises(EmbeddingError, match=r"holds no model\.onnx"):
        open_model(None, tmp_path, tmp_path)
    (tmp_path / "model.onnx").write_bytes(b"this is no model")
    with pytest.raises(EmbeddingError, match="cannot be loaded"):
        open_model(None, tmp_path, tmp_path)


@needs_model
@pytest.mark.parametrize("maker", ["edge", "memory"])
def test_a_dense_model_is_a_second_opinion(maker: str, journal: Journal, tmp_path: Path) -> None:
    model = open_model(None, Path(MODEL), tmp_path)
    meanings = KeptMeanings(model, Feed(journal.database))
    engine = {"edge": EdgeEngine, "memory": lambda _, size: MemoryEngine(size)}[maker]
    journal.record(fix("this value was given away and is used afterwards `{}`", "a", 1))
    journal.record(fix("the function takes three arguments but two were supplied", "a", 2))
    index = FixIndex(journal, lambda: engine(tmp_path / "c", model.size), lambda: meanings)
    assert index.wait(20) and not index.failure
    calls: list[tuple[int, int]] = []

    def made(fresh: list[str], done: int, count: int) -> bool:
        calls.append((done, count))
        index.understand(fresh)
        return True

    assert meanings.make(index.said(), made) == 2 and calls == [(2, 2)]
    assert meanings.make(index.said()) == 0, "they are kept"
    again = KeptMeanings(model, Feed(journal.database))
    assert len(again) == 2
    one = index.said()[0]
    assert list(again.of(one.signature)) == pytest.approx(model.embed(". ".join(one.sentences)))
    # not one word in common, so words alone find nothing
    asked = replace(said("moved into closure, no longer available later"), code=None)
    assert len(meanings.ask(normalise(asked))) == model.size
    found = index._index.similar(asked, 2) if index._index else []
    assert [each.item.signature for each in found] == [
        normalise(said("this value was given away and is used afterwards `b`")).signature,
        normalise(said("the function takes three arguments but two were supplied")).signature,
    ]
    journal.forget(journal.list()[0].id)
    assert len(Feed(journal.database).vectors(model.name)) == 1, "its vector is forgotten too"
    index.close()


@needs_model
def test_one_text_is_embedded_at_a_time(tmp_path: Path) -> None:
    model = open_model(None, Path(MODEL), tmp_path)
    alone = model.embed("borrow of moved value id")
    model.embed("a much longer text about something else " * 8)
    assert model.embed("borrow of moved value id") == alone


def said(message: str, code: str | None = "E0382") -> Diagnostic:
    label = Label(Span(Path("src/x.rs"), 0, 1), "", True)
    return Diagnostic(code, Level.ERROR, message, (label,))


def fix(
    message: str, name: str, number: int, workspace: Path = HERE, code: str = "E0382"
) -> PastFix:
    diagnostic = said(message.format(name), code)
    text = f"fn f{number}() {{}}"
    hunk = Hunk("src/x.rs", 1, text, f"{text} ", text, text, ((0, 0, " "),))
    spoken = normalise(diagnostic)
    made = PastFix(
        id="", workspace=str(workspace), toolchain="rustc 1.95.0", signature=spoken.signature,
        normaliser=NORMALISER, diagnostic=diagnostic, hunks=(hunk,), title="Mend it",
        origin="rule", source="moves",
    )  # fmt: skip
    return replace(made, id=content_id(made))


@needs_model
def test_the_command_line_makes_vectors_and_doctor_names_the_model(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "RUSTMEND_JOURNAL_PATH": str(tmp_path / "j"),
        "RUSTMEND_CACHE_PATH": str(tmp_path / "c"),
        "RUSTMEND_KB_PATH": str(_small_kb(tmp_path)),
    }

    def run(*arguments: str, model: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "rustmend", *arguments, "--json"],
            env={**environment, "RUSTMEND_EMBEDDING_PATH": model},
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout

    status, shown = run("kb", "embed", model=MODEL)
    told = json.loads(shown)
    assert (status, told["made"], told["kept"], told["size"]) == (0, 1, 1, 384)
    assert json.loads(run("kb", "embed", model=MODEL)[1])["made"] == 0
    assert run("kb", "embed", model="")[0] == 2
    assert run("kb", "embed", model=str(tmp_path))[0] == 2
    for model, ok in ((MODEL, True), (str(tmp_path), False), ("", None)):
        findings = {
            each["name"]: each for each in json.loads(run("doctor", model=model)[1])["findings"]
        }
        assert findings["embedder"]["ok"] is ok
        assert findings["journal"]["ok"] is True


def _small_kb(tmp_path: Path) -> Path:
    kb = tmp_path / "kb"
    (kb / "errors").mkdir(parents=True)
    line = Line("E0382/x", "E0382", "1.95.0", NORMALISER, ("borrow of moved value id",))
    (kb / "index.jsonl").write_bytes(msgspec.json.encode(line) + b"\n")
    return kb
