"""What rewrites of entries do to code, one rule of their description at a time."""

import tomllib
from pathlib import Path

import msgspec
import pytest

from rustmend.domain import (
    Applicability,
    Diagnostic,
    Label,
    Level,
    Note,
    Origin,
    Snapshot,
    Span,
    Suggestion,
    TextEdit,
)
from rustmend.knowledge.entries import Entry, Program
from rustmend.knowledge.rewrite import Rewrite, Rewritten, apply
from rustmend.propose import Context
from rustmend.propose.recipes import Recipes
from rustmend.sources import Sources
from workspaces import workspace

FILE = Path("/ws/src/main.rs")
WORKSPACE = workspace(Path("/ws"))


def test_a_pattern_is_matched_at_the_primary_span() -> None:
    check(
        'pattern = "$F($ARG)"\nreplace = "$F(&$ARG)"',
        "fn main() { show(name); keep(other); }",
        "fn main() { show(&name); keep(other); }",
        at="name",
    )


def test_the_smallest_node_comes_first_then_larger_ones_then_those_inside() -> None:
    source = "fn main() { a(b(c(d()))); }"
    ways = rewritten('pattern = "$F($$$A)"\nreplace = "X"', source, primary(source, "b(c(d()))"))
    assert ways == [
        "fn main() { a(X); }",
        "fn main() { X; }",
        "fn main() { a(b(X)); }",
        "fn main() { a(b(c(X))); }",
    ]


def test_groups_of_the_message_become_metavariables_and_bind_the_pattern() -> None:
    check(
        'pattern = "$F($ARG)"\nreplace = "$F(&$ARG)"',
        "fn main() { show(name); }",
        "fn main() { show(&name); }",
        at="show(name)",
        message="use of moved value: `name`",
        regex="moved value: `(?P<ARG>\\w+)`",
        title="Borrow `name`",
        titled="Borrow `$ARG`",
    )


def test_a_bound_metavariable_must_match_the_same_text() -> None:
    source = "fn main() { show(other); }"
    regex = "moved value: `(?P<ARG>\\w+)`"
    found = diagnostic(primary(source, "show(other)"), "use of moved value: `name`")
    assert rewritten('pattern = "$F($ARG)"\nreplace = "$F(&$ARG)"', source, found, regex) == []


def test_a_message_that_does_not_match_rules_the_rewrite_out() -> None:
    source = "fn main() { show(name); }"
    found = diagnostic(primary(source, "name"), "something else")
    assert rewritten('before = "&"', source, found, "moved value") == []


def test_without_a_pattern_the_exact_span_is_meant() -> None:
    check('before = "&"', "fn f() { g(a.b) }", "fn f() { g(&a.b) }", at="a.b")
    check('after = ".len()"', "fn f() { g(a.b) }", "fn f() { g(a.b.len()) }", at="a.b")
    check('replace = "($TEXT)"', "fn f() { g(a.b) }", "fn f() { g((a.b)) }", at="a.b")
    check("delete = true", "fn f() { g(&a) }", "fn f() { g(a) }", at="&")


def test_every_label_that_matches_is_a_place() -> None:
    source = "fn main() { show(one); show(two); }"
    found = diagnostic(
        primary(source, "main"),
        "moved",
        Label(place(source, "one"), "value moved here", False),
        Label(place(source, "two"), "value moved here, too", False),
        Label(place(source, "show"), "elsewhere", False),
    )
    assert rewritten('at = "label: value moved"\nbefore = "&"', source, found) == [
        "fn main() { show(&one); show(two); }",
        "fn main() { show(one); show(&two); }",
    ]


def test_groups_of_a_label_bind() -> None:
    source = "fn main() { let n: u8 = wide; }"
    label = Label(place(source, "u8"), "expected due to this, not `u32`", False)
    found = diagnostic(primary(source, "wide"), "mismatched types", label)
    part = 'at = "label: not `(?P<T>\\\\w+)`"\nreplace = "$T"'
    assert rewritten(part, source, found) == ["fn main() { let n: u32 = wide; }"]


def test_a_note_and_a_suggestion_of_the_compiler_are_places() -> None:
    source = "struct Point;\nfn main() { show(Point) }"
    note = Note("note", "consider annotating `Point`", (Label(place(source, "struct"), "", True),))
    by_note = diagnostic(primary(source, "show"), "no Debug", notes=(note,))
    edit = TextEdit(Span(FILE, 0, 0), "#[derive(Debug)]\n")
    suggestion = Suggestion("consider annotating `Point`", (edit,), Applicability.UNSPECIFIED)
    by_suggestion = diagnostic(primary(source, "show"), "no Debug", suggestions=(suggestion,))
    part = 'at = "note: consider annotating"\nbefore = "#[derive(Clone)]\\n"'
    for found in (by_note, by_suggestion):
        assert rewritten(part, source, found) == ["#[derive(Clone)]\n" + source]


def test_an_item_is_searched_from_the_span_backwards_then_forwards() -> None:
    source = "fn g() { let x = 0; }\nfn f() { let x = 1; let x = 2; use_it(x); let x = 3; }"
    part = 'at = "item"\npattern = "let $X = $E;"\nreplace = "let mut $X = $E;"'
    ways = rewritten(part, source, primary(source, "use_it"))
    assert [way.partition("mut ")[2][:5] for way in ways] == ["x = 2", "x = 1", "x = 3"]


def test_a_file_is_searched_as_a_whole() -> None:
    source = "fn f(a: Vec<u8>) {}\nfn g() { f(b); }"
    part = 'at = "file"\npattern = "fn $N(a: Vec<$T>) {}"\nreplace = "fn $N(a: &[$T]) {}"'
    assert rewritten(part, source, primary(source, "b)")) == ["fn f(a: &[u8]) {}\nfn g() { f(b); }"]


def test_parts_are_made_together_and_share_metavariables() -> None:
    source = "fn f() { let list = make(); list.push(1); }"
    parts = (
        'pattern = "$X.push($V)"\nreplace = "$X.push($V + $E)"\n'
        '[[edit]]\nat = "item"\npattern = "let $X = $E;"\nreplace = "let mut $X = $E;"'
    )
    assert rewritten(parts, source, primary(source, "list.push")) == [
        "fn f() { let mut list = make(); list.push(1 + make()); }"
    ]


def test_parts_that_overlap_are_no_way() -> None:
    source = "fn f() { g(h(x)); }"
    parts = 'pattern = "h($A)"\nreplace = "$A"\n[[edit]]\npattern = "g($B)"\nreplace = "$B"'
    assert rewritten(parts, source, primary(source, "h(x)")) == []


def test_a_metavariable_without_a_value_and_a_change_of_nothing_are_no_way() -> None:
    source = "fn f() { g(x); }"
    assert rewritten('replace = "$NEVER"', source, primary(source, "x")) == []
    assert rewritten('replace = "x"', source, primary(source, "x")) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("fn f() { call(a, b); }", "fn f() { call(a, b, new); }"),
        ("fn f() { call(a, b,); }", "fn f() { call(a, b, new); }"),
        ("fn f() { call(); }", "fn f() { call(new); }"),
    ],
)
def test_lists_get_one_comma(source: str, expected: str) -> None:
    check('pattern = "call($$$A)"\nreplace = "call($$$A, new)"', source, expected, at="call")


def test_a_list_may_stand_last() -> None:
    part = 'pattern = "call($$$A)"\nreplace = "call(new, $$$A)"'
    check(part, "fn f() { call(); }", "fn f() { call(new); }", at="call")
    check(part, "fn f() { call(a, b); }", "fn f() { call(new, a, b); }", at="call")


def test_what_is_deleted_takes_its_comma_and_its_empty_line_along() -> None:
    part = 'pattern = "$A"\ndelete = true'
    check(part, "fn f() { call(a, b, c); }", "fn f() { call(a, c); }", at="b")
    check(part, "fn f() { call(a, b); }", "fn f() { call(a); }", at="b")
    field = 'pattern = "S { $F: $V }"\nselector = "field_initializer"\ndelete = true'
    check(field, "let s = S {\n    a: 1,\n    b: 2,\n};", "let s = S {\n    a: 1,\n};", at="b: 2")
    check(
        'pattern = "use $P;"\ndelete = true', "use a::b;\nuse c::d;\n", "use c::d;\n", at="use a::b"
    )


def test_further_lines_are_indented_like_the_place() -> None:
    check(
        'pattern = "$F($A);"\nreplace = "let value = $A;\\n$F(value);"',
        "fn f() {\n    if x {\n        call(make());\n    }\n}\n",
        "fn f() {\n    if x {\n        let value = make();\n        call(value);\n    }\n}\n",
        at="call(make())",
    )


def test_line_ends_are_kept() -> None:
    check(
        'pattern = "$F($A);"\nreplace = "let value = $A;\\n$F(value);"',
        "fn f() {\r\n    call(make());\r\n}\r\n",
        "fn f() {\r\n    let value = make();\r\n    call(value);\r\n}\r\n",
        at="call(make())",
    )


def test_a_type_and_a_match_arm_need_no_selector() -> None:
    check(
        'pattern = "Option<$T>"\nreplace = "Option<Box<$T>>"',
        "struct Node { next: Option<Node> }",
        "struct Node { next: Option<Box<Node>> }",
        at="Option<Node>",
    )
    check(
        'pattern = "$P => $E"\nreplace = "$P => Some($E),"',
        "fn f() { match x { 1 => one, _ => two } }",
        "fn f() { match x { 1 => Some(one), _ => two } }",
        at="one",
    )


def test_a_selector_picks_a_node_out_of_its_surroundings() -> None:
    check(
        'pattern = "struct S { $N: $T }"\nselector = "field_declaration"\nreplace = "pub $N: $T"',
        "struct Point { x: u8, y: u8 }",
        "struct Point { x: u8, pub y: u8 }",
        at="y: u8",
    )
    check(
        'selector = "visibility_modifier"\nreplace = "pub(crate)"',
        "pub struct Point;",
        "pub(crate) struct Point;",
        at="pub",
    )


def test_arguments_of_std_macros_are_seen() -> None:
    part = 'pattern = "$X.$M()"\nreplace = "$X.$M().len()"'
    check(
        part,
        'fn f() { println!("{}", a.iter()); }',
        'fn f() { println!("{}", a.iter().len()); }',
        at="a.iter()",
    )
    check(part, "fn f() { vec![a.iter()] }", "fn f() { vec![a.iter().len()] }", at="a.iter()")


def test_places_in_a_macro_are_passed_over() -> None:
    source = "fn f() { shout!(x) }"
    found = diagnostic(Label(place(source, "shout!(x)"), "", True, in_macro=True), "moved")
    assert rewritten('before = "&"', source, found) == []


def test_bytes_are_counted_not_characters() -> None:
    check(
        'pattern = "$F($ARG)"\nreplace = "$F(&$ARG)"',
        'fn main() { let é = "🦀"; show(naïve); }',
        'fn main() { let é = "🦀"; show(&naïve); }',
        at="naïve",
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("fn f() { X }", "use std::x::Name;\n\nfn f() { X }"),
        ("//! Docs.\n\nfn f() { X }", "//! Docs.\n\nuse std::x::Name;\n\nfn f() { X }"),
        ("//! Docs.\nfn f() { X }", "//! Docs.\n\nuse std::x::Name;\n\nfn f() { X }"),
        ("#![no_main]\nfn f() { X }", "#![no_main]\n\nuse std::x::Name;\n\nfn f() { X }"),
        (
            "use std::a::B;\nuse std::z::Z;\nfn f() { X }",
            "use std::a::B;\nuse std::x::Name;\nuse std::z::Z;\nfn f() { X }",
        ),
        ("use a::B;\r\nfn f() { X }", "use a::B;\r\nuse std::x::Name;\r\nfn f() { X }"),
        (
            "use z::Z;\nmod m {\n    fn f() { X }\n}",
            "use z::Z;\nmod m {\n    use std::x::Name;\n\n    fn f() { X }\n}",
        ),
        (
            "mod m {\n    use z::Z;\n    fn f() { X }\n}",
            "mod m {\n    use std::x::Name;\n    use z::Z;\n    fn f() { X }\n}",
        ),
    ],
)
def test_an_import_goes_where_imports_stand(source: str, expected: str) -> None:
    found = primary(source, "X")
    ways = rewritten('use = "std::x::Name"', source, found)
    assert ways == [expected]


def test_an_import_that_is_there_is_not_added() -> None:
    source = "use std::x::Name;\nfn f() { X }"
    assert rewritten('use = "std::x::Name"', source, primary(source, "X")) == []


def test_a_rewrite_at_fault_fits_nothing() -> None:
    source = "fn f() { g(x); }"
    found = primary(source, "x")
    assert rewritten('pattern = ""\nselector = "no_such_kind"\nreplace = "y"', source, found) == []
    assert rewritten('before = "&"', source, found, "(unclosed") == []


def test_titles_stay_short() -> None:
    long = "x" * 100
    source = f"fn f() {{ g({long}); }}"
    (way,) = ways_of('before = "&"', source, primary(source, long), titled="Borrow `$TEXT`")
    assert way.title == f"Borrow `{'x' * 47}…`"


def test_recipes_serve_the_code_and_its_aliases() -> None:
    rewrite = rewrite_of('before = "&"', titled="Borrow `$TEXT`")
    recipes = Recipes([entry("E0425", ("E0412",), rewrite)])
    for code, expected in (("E0425", ["Borrow `x`"]), ("E0412", ["Borrow `x`"]), ("E0308", [])):
        found = diagnostic(primary("fn f() { g(x) }", "x"), "…", code=code)
        candidates = list(recipes.propose(found, context("fn f() { g(x) }")))
        assert [candidate.title for candidate in candidates] == expected
        for candidate in candidates:
            assert (candidate.origin, candidate.source) == (Origin.RECIPE, "E0425/one")


def test_recipes_leave_other_peoples_files_alone() -> None:
    outside = Path("/registry/lib.rs")
    label = Label(Span(outside, 0, 1), "", True)
    sources = Sources(Snapshot({outside: b"x"}))
    found = diagnostic(label, "…", code="E0425")
    recipes = Recipes([entry("E0425", (), rewrite_of('before = "&"'))])
    assert list(recipes.propose(found, Context(WORKSPACE, sources, (found,)))) == []


def check(
    part: str,
    source: str,
    expected: str,
    *,
    at: str,
    message: str = "…",
    regex: str = "",
    title: str = "",
    titled: str = "Mend it",
) -> None:
    """Apply one ``[[rewrite.edit]]`` at the text ``at``: the first way gives ``expected``."""
    found = diagnostic(primary(source, at), message)
    ways = ways_of(part, source, found, regex, titled)
    assert ways, "it does not fit"
    assert applied(source, ways[0]) == expected
    assert ways[0].title == (title or titled)


def rewritten(part: str, source: str, found: Diagnostic | Label, regex: str = "") -> list[str]:
    return [applied(source, way) for way in ways_of(part, source, found, regex)]


def ways_of(
    part: str, source: str, found: Diagnostic | Label, regex: str = "", titled: str = "Mend it"
) -> list[Rewritten]:
    if isinstance(found, Label):
        found = diagnostic(found, "…")
    return apply(rewrite_of(part, regex, titled), found, sources_of(source))


def rewrite_of(part: str, regex: str = "", titled: str = "Mend it") -> Rewrite:
    raw = {**tomllib.loads(f"[[edit]]\n{part}"), "title": titled, "message": regex}
    return msgspec.convert(raw, Rewrite)


def applied(source: str, way: Rewritten) -> str:
    return sources_of(source).edited(way.edits)[FILE].decode()


def sources_of(source: str) -> Sources:
    return Sources(Snapshot({FILE: source.encode()}))


def context(source: str) -> Context:
    return Context(WORKSPACE, sources_of(source), ())


def diagnostic(
    label: Label,
    message: str,
    *labels: Label,
    notes: tuple[Note, ...] = (),
    suggestions: tuple[Suggestion, ...] = (),
    code: str = "E0382",
) -> Diagnostic:
    return Diagnostic(code, Level.ERROR, message, (label, *labels), notes, suggestions)


def primary(source: str, text: str) -> Label:
    return Label(place(source, text), "", True)


def place(source: str, text: str) -> Span:
    start = source.encode().index(text.encode())
    return Span(FILE, start, start + len(text.encode()))


def entry(code: str, aliases: tuple[str, ...], rewrite: Rewrite) -> Entry:
    program = Program(Path("/kb"), "broken.rs")
    return Entry(
        id=f"{code}/one", code=code, folder=Path("/kb"), title="", explanation="", search=(),
        aliases=aliases, edition="2024", checked_with="", crate="", broken=program, fixed=program,
        alternatives=(), rewrites=(rewrite,),
    )  # fmt: skip
