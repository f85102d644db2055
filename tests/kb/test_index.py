"""Look-up, the same on Qdrant's engine and on its client's memory."""

import contextlib
import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from qdrant_client import QdrantClient

from qdrant_server import QdrantServer
from rustmend.domain import Diagnostic, Label, Level, Span
from rustmend.domain.signature import Said, normalise
from rustmend.knowledge.embed import prose
from rustmend.knowledge.engines import ClientEngine, EdgeEngine, Engine, MemoryEngine, open_engine
from rustmend.knowledge.entries import find_kb, load
from rustmend.knowledge.index import Document, Index, index_entries

REAL = os.environ.get("RUSTMEND_TEST_QDRANT", "")
MAKERS: dict[str, Callable[[Path], Engine]] = {
    "edge": EdgeEngine,
    "memory": lambda cache: MemoryEngine(),
}


@pytest.fixture(params=[*MAKERS, "socket", *(["server"] if REAL else [])])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index[str]]:
    with contextlib.ExitStack() as stack:
        if request.param in MAKERS:
            engine = MAKERS[request.param](tmp_path / "cache")
        else:
            url = REAL if request.param == "server" else stack.enter_context(QdrantServer()).url
            client = QdrantClient(url=url, check_compatibility=False)
            engine = ClientEngine(client, f"rustmend-test-{uuid.uuid4().hex[:8]}")
        made: Index[str] = Index(engine)
        yield made
        made.close()


def test_nothing_is_found_in_an_empty_index(index: Index[str]) -> None:
    assert index.similar(said("borrow of moved value: `x`")) == []
    assert index.search("borrow") == []


def test_what_says_the_same_comes_first_whatever_its_code(index: Index[str]) -> None:
    index.add(
        [
            document("other", "E0425", "cannot find value `x` in this scope"),
            document("same", "E0412", "cannot find type `Order` in this scope"),
            document("like", "E0425", "cannot find type `Order` in the module"),
        ]
    )
    found = index.similar(said("cannot find type `Customer` in this scope", code="E0425"))
    assert [one.item for one in found] == ["same", "like", "other"]
    assert [one.same for one in found] == [True, False, False]
    assert found[0].similarity == 1.0 > found[1].similarity > 0.0


def test_the_code_lifts_what_says_nearly_the_same(index: Index[str]) -> None:
    index.add(
        [
            document("wrong", "E0599", "no method named `x` found for struct `Vec`"),
            document("right", "E0609", "no such thing as `x` on type `Vec`"),
            *(document(f"noise {n}", "E0001", f"noise number word{n}") for n in range(20)),
        ]
    )
    asked = "no field found for struct `Vec` on type `y`"
    assert index.similar(said(asked, code=None))[0].item == "wrong"
    assert index.similar(said(asked, code="E0609"))[0].item == "right"


def test_a_code_that_nobody_knows_finds_by_words(index: Index[str]) -> None:
    index.add([document("moved", "E0382", "borrow of moved value: `x`")])
    assert index.similar(said("borrow of moved value: `y`", code="E9999"))[0].item == "moved"


def test_no_more_than_asked_for_is_returned(index: Index[str]) -> None:
    index.add(document(str(n), "E0382", "borrow of moved value") for n in range(30))
    assert [one.item for one in index.similar(said("borrow of moved value"), 3)] == ["0", "1", "2"]


def test_documents_may_be_added_later(index: Index[str]) -> None:
    index.add([document("first", "E0382", "borrow of moved value")])
    index.add([document("second", "E0502", "cannot borrow as mutable")])
    assert len(index) == 2
    assert index.similar(said("cannot borrow as mutable", code="E0502"))[0].item == "second"


def test_what_is_removed_is_found_no_more(index: Index[str]) -> None:
    index.add(document(str(n), "E0382", "borrow of moved value") for n in range(3))
    index.remove(["1", "nobody"])
    assert len(index) == 2
    assert [one.item for one in index.similar(said("borrow of moved value"))] == ["0", "2"]
    assert {one.item for one in index.search("E0382")} == {"0", "2"}
    index.add([document("1", "E0382", "borrow of moved value")])
    assert [one.item for one in index.similar(said("borrow of moved value"))] == ["0", "2", "1"]


def test_a_question_may_be_narrowed_to_groups(index: Index[str]) -> None:
    index.add(
        replace(document(f"{group}{n}", "E0382", f"borrow of moved value word{n}"), group=group)
        for group in "abc"
        for n in range(20)
    )
    asked = said("borrow of moved value word7")
    assert index.similar(asked, 3, groups=["b"])[0].item == "b7"
    found = index.similar(asked, 50, groups=["a", "c"])
    assert {one.item[0] for one in found} == {"a", "c"} and len(found) == 40
    assert {one.item[0] for one in index.search("E0382", 50, groups=["c"])} == {"c"}


def test_a_search_finds_by_words_a_code_or_a_pasted_message(index: Index[str]) -> None:
    index.add(
        [
            document("move", "E0382", "borrow of moved value: `x`", "Lend it, do not give it away"),
            document("loop", "E0502", "cannot borrow `x` as mutable", "Collect first, then change"),
            document("lint", "clippy::needless_borrow", "this is borrowed again", "Drop the sign"),
        ]
    )
    assert index.search("how do I lend things")[0].item == "move"
    assert index.search("collecting and changing")[0].item == "loop"
    assert index.search("E0502")[0].item == "loop"
    assert index.search("clippy::needless_borrow")[0].item == "lint"
    assert index.search("error[E0382]: borrow of moved value: `orders`")[0].item == "move"
    assert index.search("cannot borrow `items` as mutable")[0].item == "loop"
    assert index.search("???") == []


def test_it_may_be_asked_from_several_threads_while_it_grows(index: Index[str]) -> None:
    index.add([document("moved", "E0382", "borrow of moved value: `x`")])
    noise = [document(f"noise {n}", "E0001", f"noise number word{n}") for n in range(300)]
    with ThreadPoolExecutor(4) as pool:
        growing = pool.submit(index.add, noise)
        asked = [pool.submit(index.similar, said("borrow of moved value: `y`")) for _ in range(20)]
        assert {one.result()[0].item for one in asked} == {"moved"}
        growing.result()
    assert len(index) == 301


def test_the_engines_folder_is_private_and_removed(tmp_path: Path) -> None:
    first, second = EdgeEngine(tmp_path), EdgeEngine(tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
    first.close()
    second.close()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from rustmend.knowledge.engines import EdgeEngine\n"
        "kept = EdgeEngine(Path(sys.argv[1])); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path], check=False)
    assert len(list(tmp_path.iterdir())) == 1
    open_engine(tmp_path).close()
    assert list(tmp_path.iterdir()) == []


def test_heavy_libraries_are_imported_on_first_use_only() -> None:
    code = (
        "import sys; import rustmend.knowledge.index, rustmend.knowledge.journal\n"
        "heavy = {'qdrant_edge', 'qdrant_client', 'fastembed', 'numpy'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_entry_finds_itself_first(tmp_path: Path) -> None:
    kb = find_kb()
    entries = load(kb)
    index = index_entries(entries, kb, tmp_path)
    for entry in entries:
        asked = f"{entry.title} {entry.search[0]} {entry.code or ''}"
        assert entry in [one.item for one in index.search(asked)], entry.id
    index.close()


def document(name: str, code: str, message: str, text: str = "") -> Document[str]:
    return Document(name, (code,), normalise(said(message)), prose(text))


def said(message: str, *, code: str | None = "E0382") -> Diagnostic:
    label = Label(Span(Path("/x.rs"), 0, 1), "", True)
    return Diagnostic(code, Level.ERROR, message, (label,))


def test_an_entry_without_a_line_in_the_listing_is_still_found_by_words(index: Index[str]) -> None:
    index.add([Document("new", ("E0382",), Said(()), prose("Lend the vector"))])
    assert index.search("lend a vector")[0].item == "new"
    assert index.similar(said("borrow of moved value")) == []
