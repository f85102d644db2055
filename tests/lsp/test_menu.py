"""What a request for actions gets: kinds, filters, preference, commands, explanations."""

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError

MOVED = """fn takes(s: String) -> usize {
    s.len()
}

fn main() {
    let name = String::from("Ferris");
    let n = takes(name);
    println!("{n} {}", name.len());
}
"""

TWO = """fn greet() -> String {
    "Hello"
}

fn part() -> String {
    "Goodbye"
}

fn main() {
    println!("{} {}", greet(), part());
}
"""

NO_WAY_OUT = """fn main() {
    let value: std::convert::Infallible = serde::missing::thing(1, 2, 3);
    drop(value);
}
"""


async def opened(start, crate, text, **options):
    root = crate(main=text)
    editor = await start(root, **options)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    return editor, uri


async def test_menu_has_fixes_an_explanation_and_at_most_one_preferred(start, crate):
    editor, uri = await opened(start, crate, MOVED)
    actions = await editor.actions(uri, editor.at(uri, "name", nth=2))
    titles = [action.title for action in actions]
    fixes = [action for action in actions if action.kind == "quickfix"]
    assert 1 <= len(fixes) <= 2
    assert "Explain this error" in titles
    assert sum(bool(action.is_preferred) for action in actions) == 1
    assert len(titles) == len(set(titles))
    edits = [str(action.edit) for action in fixes]
    assert len(edits) == len(set(edits))


async def test_only_what_was_asked_for_is_given(start, crate):
    editor, uri = await opened(start, crate, MOVED)
    for only, kinds in (
        ("quickfix", {"quickfix"}),
        ("source", {"source.fixAll.rustmend"}),
        ("source.fixAll", {"source.fixAll.rustmend"}),
        ("source.fixAll.rustmend", {"source.fixAll.rustmend"}),
        ("refactor", set()),
        ("source.organizeImports", set()),
        ("quick", set()),
    ):
        actions = await editor.actions(uri, editor.at(uri, "name", nth=2), only=[only])
        assert {str(getattr(each.kind, "value", each.kind)) for each in actions} == kinds


async def test_nothing_is_offered_where_nothing_is_wrong(start, crate):
    editor, uri = await opened(start, crate, MOVED)
    assert await editor.actions(uri, editor.at(uri, "s.len()")) == []
    beyond = types.Range(types.Position(900, 900), types.Position(901, 7))
    assert await editor.actions(uri, beyond) == []
    assert await editor.hover(uri, types.Position(900, 3)) is None


async def test_fix_that_the_compiler_is_sure_of_is_rust_analyzers_to_prefer(start, crate):
    text = 'fn main() {\n    let total = 1;\n    total += 1;\n    println!("{total}");\n}\n'
    for mode, preferred in (("hints", False), ("full", True)):
        root = crate(mode, main=text)
        editor = await start(root, options={"diagnostics": mode})
        uri = editor.open(root / "src/main.rs")
        await editor.settled()
        fixes = await editor.fixes(uri, editor.at(uri, "total += 1"))
        [mutable] = [fix for fix in fixes if "mut" in str(fix.edit)]
        assert bool(mutable.is_preferred) == preferred


async def test_fix_all_makes_what_verified_together(start, crate):
    editor, uri = await opened(start, crate, TWO)
    [fix_all] = await editor.actions(uri, editor.at(uri, "fn main"), only=["source.fixAll"])
    assert fix_all.title.endswith("✓ no errors left")
    outcome = await editor.run("rustmend.fixAll", {"uri": uri})
    assert outcome["applied"]
    editor.save(uri)
    assert (await editor.settled()).errors == 0


async def test_fix_all_without_a_fix_says_so(start, crate):
    editor, _ = await opened(start, crate, "fn main() {}\n")
    outcome = await editor.run("rustmend.fixAll")
    assert not outcome["applied"]
    assert editor.client.messages[-1].message == "rustmend: no verified fix to apply"


async def test_error_without_a_fix_says_what_was_tried(start, crate):
    editor, uri = await opened(start, crate, NO_WAY_OUT)
    place = editor.at(uri, "serde")
    actions = await editor.actions(uri, place)
    assert "Explain this error" in [action.title for action in actions]
    assert not [action for action in actions if action.edit]
    outcome = await editor.run("rustmend.moreFixes", {"uri": uri, "range": _plain(place)})
    assert not outcome["applied"]
    assert "E0433" in outcome["message"]
    assert editor.client.messages[-1].message == outcome["message"]


async def test_more_fixes_lets_the_user_choose(start, crate):
    editor, uri = await opened(start, crate, MOVED)
    editor.choose = lambda params: params.actions[0]
    before = editor.texts[uri]
    place = _plain(editor.at(uri, "name", nth=2))
    outcome = await editor.run("rustmend.moreFixes", {"uri": uri, "range": place})
    assert outcome["applied"]
    assert editor.asked[0].actions[0].title == outcome["message"]
    assert editor.texts[uri] != before


async def test_fixes_can_be_had_as_a_list(start, crate):
    editor, uri = await opened(start, crate, MOVED)
    place = _plain(editor.at(uri, "name", nth=2))
    listed = await editor.run("rustmend.listFixes", {"uri": uri, "range": place})
    assert listed["message"] == ""
    offered = await editor.fixes(uri, editor.at(uri, "name", nth=2))
    titles = [fix["title"] for fix in listed["fixes"]]
    assert [each.title for each in offered] == titles[: len(offered)]
    [change] = listed["fixes"][0]["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 1}
    with pytest.raises(JsonRpcException, match="no error at this place"):
        place = _plain(editor.at(uri, "fn main"))
        await editor.run("rustmend.listFixes", {"uri": uri, "range": place})


async def test_a_list_without_fixes_says_what_was_tried(start, crate):
    editor, uri = await opened(start, crate, "fn main() {\n    nowhere_at_all::x();\n}\n")
    place = _plain(editor.at(uri, "nowhere_at_all"))
    listed = await editor.run("rustmend.listFixes", {"uri": uri, "range": place})
    assert listed["fixes"] == []
    assert "E0433" in listed["message"]


async def test_fix_all_can_be_had_without_applying_it(start, crate):
    editor, uri = await opened(start, crate, MOVED)
    outcome = await editor.run("rustmend.fixAll", {"uri": uri, "apply": False})
    assert outcome["applied"] is False
    [fix] = outcome["fixes"]
    assert fix["title"]
    assert fix["edit"]["documentChanges"]
    assert editor.applied == []


async def test_explain_returns_and_shows_why(start, crate):
    editor, uri = await opened(start, crate, MOVED)
    [explain] = [
        action
        for action in await editor.actions(uri, editor.at(uri, "name", nth=2))
        if action.title == "Explain this error"
    ]
    text = await editor.run(explain.command.command, *explain.command.arguments)
    assert "`name` is given away at line 7 (`name`) and used again at line 8 (`name`)" in text
    assert "`String` is not `Copy`" in text
    [shown] = editor.client.shown_documents
    assert shown.uri.endswith("E0382.md")


async def test_explain_beside_the_error_is_about_the_error(start, crate):
    """Some editors send the diagnostics of the whole line with a cursor anywhere on it."""
    editor, uri = await opened(start, crate, MOVED)
    line = editor.at(uri, "name", nth=2).start.line
    start_of_line = types.Position(line, 0)
    [explain] = [
        action
        for action in await editor.actions(uri, types.Range(start_of_line, start_of_line))
        if action.title == "Explain this error"
    ]
    text = await editor.run(explain.command.command, *explain.command.arguments)
    assert "`name` is given away" in text


@pytest.mark.parametrize("fails", [False, True])
async def test_what_the_client_does_not_show_comes_as_a_message(start, crate, fails):
    editor, _ = await opened(start, crate, "fn main() {}\n")
    editor.client.protocol.fm.features.pop(types.WINDOW_SHOW_DOCUMENT)

    @editor.client.feature(types.WINDOW_SHOW_DOCUMENT)
    def refuse(_: types.ShowDocumentParams) -> types.ShowDocumentResult:
        if fails:
            raise JsonRpcInternalError("no window")
        return types.ShowDocumentResult(success=False)

    text = await editor.run("rustmend.explain", {"code": "E0502"})
    assert editor.client.messages[-1].message == text


async def test_explain_knows_codes(start, crate):
    editor, _ = await opened(start, crate, "fn main() {}\n")
    text = await editor.run("rustmend.explain", {"code": "E0502"})
    assert "E0502" in text
    with pytest.raises(JsonRpcException, match="nothing is known about E9999"):
        await editor.run("rustmend.explain", {"code": "E9999"})


NONSENSE = [
    ("rustmend.explain", []),
    ("rustmend.explain", [1, 2, 3]),
    ("rustmend.explain", [{"uri": "file:///nowhere/x.rs", "range": None}]),
    ("rustmend.explain", [{"uri": 7}]),
    ("rustmend.moreFixes", ["x"]),
    ("rustmend.moreFixes", [{"uri": "untitled:1", "range": {"start": 1}}]),
    ("rustmend.listFixes", []),
    ("rustmend.listPastFixes", ["all"]),
    ("rustmend.fixAll", [{"uri": "file:///nowhere/x.rs"}]),
    ("rustmend.fixAll", [None]),
    ("rustmend.showPastFix", [{"id": [1]}]),
    ("rustmend.showPastFix", [{"id": "feedfeed"}]),
    ("rustmend.forgetPastFix", [{"id": "feedfeed"}]),
    ("rustmend.recheck", ["now"]),
    ("rustmend.nonsense", []),
]


async def test_wrong_arguments_are_answered_with_an_error(start, tmp_path):
    editor = await start(tmp_path)
    for command, arguments in NONSENSE:
        with pytest.raises(JsonRpcException):
            await editor.run(command, *arguments)
    assert await editor.run("rustmend.recheck") is None
    assert (await editor.run("rustmend.logFile")).endswith("rustmend.log")


async def test_hover_explains_only_on_the_error(start, crate):
    editor, uri = await opened(start, crate, MOVED)
    place = editor.at(uri, "name", nth=2)
    found = await editor.hover(uri, place.start)
    assert found.range == place
    assert found.contents.kind == types.MarkupKind.Markdown
    assert found.contents.value.startswith("**E0382** borrow of moved value: `name`")
    assert "`name` is given away" in found.contents.value
    assert "```diff" in found.contents.value
    assert await editor.hover(uri, editor.at(uri, "fn main").start) is None


async def test_hover_is_plain_where_the_client_reads_no_markdown(start, crate):
    editor, uri = await opened(start, crate, MOVED, capabilities=types.ClientCapabilities())
    found = await editor.hover(uri, editor.at(uri, "name", nth=2).start)
    assert found.contents.kind == types.MarkupKind.PlainText
    assert "`" not in found.contents.value.split("diff")[0]
    assert "**" not in found.contents.value


async def test_full_mode_publishes_all_that_rust_analyzer_would(start, crate):
    text = MOVED.replace("let n =", "let unused = 1;\n    let n =")
    editor, uri = await opened(start, crate, text, options={"rustmend.diagnostics": "full"})
    found = {each.code: each for each in editor.published[uri].diagnostics}
    error, warning = found["E0382"], found["unused_variables"]
    assert error.severity == types.DiagnosticSeverity.Error
    assert error.source == "rustc"
    assert error.message.startswith("borrow of moved value: `name`\nvalue borrowed here after move")
    assert error.code_description.href == "https://doc.rust-lang.org/error-index.html#E0382"
    assert error.range == editor.at(uri, "name", nth=2)
    places = {each.location.range.start.line: each.message for each in error.related_information}
    assert places[7] == "value moved here"
    assert error.data["rendered"].startswith("error[E0382]")
    assert warning.severity == types.DiagnosticSeverity.Warning
    assert list(warning.tags) == [types.DiagnosticTag.Unnecessary]
    assert editor.published[uri].version == 1


async def test_off_publishes_nothing_and_still_offers(start, crate):
    editor, uri = await opened(start, crate, MOVED, options={"diagnostics": "off"})
    assert uri not in editor.published
    assert await editor.fixes(uri, editor.at(uri, "name", nth=2))


async def test_doctor_says_what_is_there(start, crate):
    editor, _ = await opened(start, crate, "fn main() {}\n")
    assert "**cargo**" in await editor.run("rustmend.doctor")


def _plain(reach: types.Range) -> dict[str, dict[str, int]]:
    return {
        end: {"line": place.line, "character": place.character}
        for end, place in (("start", reach.start), ("end", reach.end))
    }


async def test_a_whole_file_gets_a_menu_of_bounded_length(start, crate):
    many = "".join(f"    let unused{number} = {number};\n" for number in range(60))
    text = "fn main() {\n" + many + "    let n: usize = String::new();\n    drop(n);\n}\n"
    editor, uri = await opened(start, crate, text, options={"diagnostics": "full"})
    whole = types.Range(types.Position(0, 0), types.Position(text.count("\n"), 0))
    await editor.until(lambda: uri in editor.published)
    actions = await editor.actions(uri, whole)
    explain = [action for action in actions if action.kind == "rustmend.explain"]
    assert [action.title for action in explain] == ["Explain this error"]
    assert len(explain[0].diagnostics) <= 20
    assert len(actions) <= 2 * 20 + 3
    only = await editor.actions(uri, whole, only=["source.fixAll"])
    assert {action.kind for action in only} <= {"source.fixAll", "source.fixAll.rustmend"}
