"""Nothing that a program makes the compiler say leaves for a team or in an export."""

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons import teach
from rustmend.domain.signature import words
from rustmend.knowledge.exchange import lines
from rustmend.knowledge.journal import Journal
from rustmend.knowledge.learned import frame
from rustmend.knowledge.sharing import OwnRewrites
from rustmend.knowledge.teambase import payload
from rustmend.knowledge.wording import Quoted, names_in, own_frame, own_text, own_words

# what stands further away than an export shows of the code around a change
FAR = "pub fn nothing() {}\n" * 5

# every way in which a program speaks through the compiler; zanzibar is whatever is private
SPEAKING = {
    "a trait says why it is not implemented": (
        '#[diagnostic::on_unimplemented(message = "zanzibar wants its payroll",'
        ' label = "zanzibar label", note = "ask zanzibar")]\n'
        "pub trait Paid {}\nimpl Paid for u8 {}\nfn pay<T: Paid>(x: T) {}\n"
        "pub fn f(a: u32) { pay(a) }",
        ("pay(a)", "pay(a as u8)"),
    ),
    "a macro says what it is not for": (
        "macro_rules! only { (a) => { 1 }; ($($x:tt)*) => {"
        ' compile_error!("zanzibar: write to payroll@zanzibar.test") } }\n'
        "pub fn f() -> u8 { only!(b) }",
        ("only!(b)", "only!(a)"),
    ),
    "deprecated, and that is an error": (
        '#![deny(deprecated, reason = "zanzibar forbids it")]\n'
        '#[deprecated(since = "1.2", note = "zanzibar has moved to another place")]\n'
        "pub fn old() -> u8 { 1 }\npub fn new() -> u8 { 2 }\npub fn f() -> u8 { old() }",
        ("{ old() }", "{ new() }"),
    ),
    "types in a list without quotes": (
        "pub struct ZanzibarLedger; pub struct ZanzibarBooks;\n"
        "pub trait Paid {}\nimpl Paid for ZanzibarLedger {}\nimpl Paid for ZanzibarBooks {}\n"
        "fn pay<T: Paid>(x: T) {}\npub fn f(b: ZanzibarLedger) { pay(Some(b)) }",
        ("pay(Some(b))", "pay(b)"),
    ),
    "a constant panics": (
        'pub const LIMIT: u8 = { assert!(false, "zanzibar is too small"); 1 };\n'
        "pub fn f() -> u8 { LIMIT }",
        ("false", "true"),
    ),
    "a result must be used": (
        "#![deny(unused_must_use)]\n"
        '#[must_use = "zanzibar wants to know"]\npub fn g() -> u8 { 1 }\n'
        "pub fn f() { g(); }",
        ("{ g(); }", "{ let _ = g(); }"),
    ),
    "a macro speaks in rustc's words of what has a name": (
        "macro_rules! only { (a) => { 1 }; ($($x:tt)*) => {"
        ' compile_error!("use `Zanzibar`, `zanzibar_payroll` or `ZANZIBAR` here") } }\n'
        + FAR
        + "pub fn f() -> u8 { only!(b) }",
        ("only!(b)", "only!(a)"),
    ),
    "a trait quotes what has a name": (
        '#[diagnostic::on_unimplemented(message = "`Zanzibar` is not `{This}`",'
        ' label = "expected `zanzibar_payroll`", note = "use `Zanzibar::payroll(1)`")]\n'
        "pub trait Paid {}\nimpl Paid for u8 {}\nfn pay<T: Paid>(x: T) {}\n"
        + FAR
        + "pub fn f(a: u32) { pay(a) }",
        ("pay(a)", "pay(a as u8)"),
    ),
}


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal(tmp_path / "journal.sqlite3")
    yield made
    made.close()


@pytest.mark.parametrize("name", SPEAKING)
def test_what_a_program_makes_the_compiler_say_stays_here(
    name: str, journal: Journal, tmp_path: Path
) -> None:
    text, change = SPEAKING[name]
    teach(journal, tmp_path / "a", text, change)
    assert journal.list(), "the compiler said nothing"
    told = "".join(each.diagnostic.rendered for each in journal.list()).lower()
    assert "zanzibar" in told, "the program did not speak"
    leaving = OwnRewrites(journal).shared()
    assert leaving, "nothing leaves, so nothing is shown"
    for shared in leaving:
        sent = str(payload(shared)).lower()
        assert "zanzibar" not in sent and "payroll" not in sent, sent
    for fix, line in zip(journal.all(), lines(journal.all()), strict=False):
        # the code of the fix itself is what an export is for
        code = "".join(hunk.item_before + hunk.before for hunk in fix.hunks)
        kept = line.decode().lower()
        outside = kept.split('"hunks"')[0] if "zanzibar" in code.lower() else kept
        assert "zanzibar wants" not in outside and "ask zanzibar" not in outside
        assert "zanzibar is" not in outside and "zanzibar has" not in outside
        assert "zanzibar forbids" not in outside and "zanzibar: write" not in outside
        assert "zanzibar" in code.lower() or "zanzibar" not in kept, "a name that no code shows"


OWN = ["cannot", "borrow", "as", "mutable", "because", "it", "is", "also", "expected", "found"]
# no word of any language begins so
PRIVATE = st.text(string.ascii_lowercase, min_size=2, max_size=8).map(lambda word: f"qx{word}")
SECRETS = PRIVATE.flatmap(lambda word: st.sampled_from([word, word.title(), f"({word},"]))
FEW = st.lists(st.sampled_from(OWN), max_size=4)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(FEW, st.lists(st.tuples(SECRETS, FEW), min_size=1, max_size=3))
def test_of_any_sentence_only_the_compilers_words_are_left(
    first: list[str], parts: list[tuple[str, list[str]]]
) -> None:
    sentence = " ".join([*first, *(word for secret, own in parts for word in (secret, *own))])
    normalised = own_words(" ".join(words(sentence)))
    for kept in (own_text(sentence), own_frame(frame(sentence)), normalised):
        assert "qx" not in kept.lower(), (sentence, kept)
        assert sentence.lower().startswith(kept.rstrip("…").rstrip(" (").lower())
    assert own_text(own_text(sentence)) == own_text(sentence)


def test_names_that_a_sentence_quotes_leave_only_where_the_code_shows_them() -> None:
    quoted = Quoted(names_in("let tally: Ledger = sum(&books);"))
    said = "expected `&Ledger`, found `Option<Zeus>`: `zeus.tally(HashMap::new(), Zeus, ZEUS, 'z)`"
    kept = own_text(said, quoted)
    assert kept == (
        "expected `&Ledger`, found `Option<Name1>`: "
        "`name1.tally(HashMap::new(), Name1, name2, 'name3)`"
    )
    assert words(kept) == words(said), "what says the same is found again"
    assert own_text(kept, Quoted(names_in("let tally: Ledger = sum(&books);"))) == kept
    assert Quoted({"Name1"})("Zeus") == "Name2", "nothing is mixed up"
    for macro in ("`{closure@src/zeus.rs:3:5: 3:8}`", "`#[deny(unused)]`", "`1u8 + 0xff`"):
        assert words(own_text(macro, quoted)) == words(macro)


@pytest.mark.parametrize(
    "sentence",
    [
        "cannot borrow `x` as mutable, as it is behind a `&` reference",
        "mismatched types",
        "no method named `f` found for struct `Ledger` in the current scope",
        "the trait bound `Ledger: Clone` is not satisfied",
        "expected reference `&Ledger`\n    found struct `Ledger`",
        "use of deprecated function `old`",
    ],
)
def test_the_compilers_own_sentences_stay_as_they_are(sentence: str) -> None:
    assert own_text(sentence) == sentence
    assert own_frame(frame(sentence)) == frame(sentence)
