"""The right entry is found for mistakes in programs that are not in the knowledge base.

Each program of ``tests/data/lookups.txt`` stands under the entries that are right for it, the
ids after ``//@``. What rustc says of it is the question.
"""

import asyncio
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from rustmend.cargo.messages import parse_line
from rustmend.domain import Diagnostic
from rustmend.knowledge.engines import open_engine
from rustmend.knowledge.entries import Entry, find_kb, load
from rustmend.knowledge.index import EntryIndex, documents
from rustmend.knowledge.listing import read_listing, read_shown
from rustmend.knowledge.prove import Compiler

PROGRAMS = Path(__file__).parents[1] / "data" / "lookups.txt"
CACHE = Path(platformdirs.user_cache_dir("rustmend", appauthor=False)) / "kb"
KB = find_kb()

Question = tuple[list[str], Diagnostic]


@pytest.fixture(scope="module")
def questions() -> list[Question]:
    return asyncio.run(compiled())


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EntryIndex]:
    made = EntryIndex(open_engine(tmp_path_factory.mktemp("index")))
    made.add(documents(load(KB), read_listing(KB), read_shown(KB)))
    yield made
    made.close()


def test_there_are_enough_and_their_entries_are_there(questions: list[Question]) -> None:
    ids = {entry.id for entry in load(KB)}
    assert len(questions) >= 500
    assert len({error.code for _, error in questions}) >= 100
    assert [id_ for wanted, _ in questions for id_ in wanted if id_ not in ids] == []


def test_none_of_the_programs_is_in_the_knowledge_base() -> None:
    ours = {squeezed(program) for _, program in programs()}
    assert not ours & {squeezed(text) for entry in load(KB) for text in entry_texts(entry)}


def test_the_mistake_is_found_first(questions: list[Question], index: EntryIndex) -> None:
    other = [
        f"{wanted[0]}: {found}"
        for wanted, error in questions
        if (found := first(index, error)).split("/")[0] != wanted[0].split("/")[0]
    ]
    assert len(other) <= 0.02 * len(questions), other


def test_the_very_situation_is_found_first_or_among_three(
    questions: list[Question], index: EntryIndex
) -> None:
    found = [
        (wanted, [one.item.id for one in index.similar(error, 3)]) for wanted, error in questions
    ]
    later = [each for each in found if each[1][0] not in each[0]]
    assert len(later) <= 0.06 * len(questions), later
    missed = [each for each in found if not set(each[0]) & set(each[1])]
    assert len(missed) <= 0.02 * len(questions), missed


def test_what_the_compiler_prints_and_the_signs_tell_situations_apart(
    questions: list[Question], index: EntryIndex, tmp_path: Path
) -> None:
    def right(name: str, entries: list[Entry], code: dict[str, frozenset[str]]) -> int:
        made = EntryIndex(open_engine(tmp_path / name))
        made.add(documents(entries, read_listing(KB), code))
        count = sum(first(made, error) in wanted for wanted, error in questions)
        made.close()
        return count

    unsigned = [replace(entry, signs=()) for entry in load(KB)]
    by_words = right("words", unsigned, {})
    by_code = right("code", unsigned, read_shown(KB))
    with_signs = sum(first(index, error) in wanted for wanted, error in questions)
    assert by_code > by_words + 0.03 * len(questions)
    assert with_signs > by_code + 0.04 * len(questions)


def test_the_situation_that_is_met_most_comes_first_among_equals(
    questions: list[Question], index: EntryIndex, tmp_path: Path
) -> None:
    equal = EntryIndex(open_engine(tmp_path))
    entries = [replace(entry, typical=False) for entry in load(KB)]
    equal.add(documents(entries, read_listing(KB), read_shown(KB)))
    by_habit = sum(first(index, error) in wanted for wanted, error in questions)
    without = sum(first(equal, error) in wanted for wanted, error in questions)
    equal.close()
    assert by_habit > without


def first(index: EntryIndex, error: Diagnostic) -> str:
    return index.similar(error, 1)[0].item.id


def programs() -> list[tuple[list[str], str]]:
    blocks = re.split(r"^//@ ", PROGRAMS.read_text(), flags=re.MULTILINE)[1:]
    parts = [block.split("\n", 1) for block in blocks]
    return [([id_.strip() for id_ in ids.split("|")], program) for ids, program in parts]


async def compiled() -> list[Question]:
    compiler = await Compiler.start(os.cpu_count() or 1, CACHE)
    if "release: 1.95." not in compiler.version:
        pytest.skip("which code a program gives is that of the entries' toolchain, Rust 1.95")

    async def errors_of(program: str) -> list[Diagnostic]:
        lines = await compiler.check({"unseen.rs": program.encode()}, "2024", "fn main" in program)
        said = [parse_line(line, base=Path("/unseen")) for line in lines]
        return [each for each in said if isinstance(each, Diagnostic) and each.is_error]

    asked = programs()
    found = await asyncio.gather(*(errors_of(program) for _, program in asked))
    questions = []
    for (wanted, program), errors in zip(asked, found, strict=True):
        assert errors, f"it compiles: {program}"
        code = wanted[0].split("/")[0]
        assert (errors[0].code or "none") == code, f"{errors[0].message}: {program}"
        questions.append((wanted, errors[0]))
    return questions


def entry_texts(entry: Entry) -> Iterator[str]:
    for program in (entry.broken, entry.fixed, *(each.program for each in entry.alternatives)):
        for text in program.files().values():
            yield text.decode()


def squeezed(program: str) -> str:
    return "".join(program.split())
