"""What the server knows: explanations, verified fixes, entries, answers."""

from typing import Any

import pytest

MOVED = (
    "[filename: src/main.rs]\nfn main() {\n    let v = vec![1];\n    drop(v);\n"
    '    println!("{v:?}");\n}\n'
)


def test_check_shows_each_error_with_its_verified_fix(server: Any) -> None:
    said = server.post("/check", code=MOVED).json()
    assert said["ok"] is False
    error = next(each for each in said["diagnostics"] if each["level"] == "error")
    assert (error["code"], error["file"], error["line"]) == ("E0382", "src/main.rs", 4)
    fix = error["fixes"][0]
    assert fix["level"] == "clean"
    for field in ("code", "message", "file", "line", "column"):
        assert fix[field] == error[field]
    assert fix["diff"].startswith("--- a/src/main.rs\n+++ b/src/main.rs\n")


def test_check_of_what_is_right(server: Any) -> None:
    assert server.post("/check", code="fn main() {}").json() == {"ok": True, "diagnostics": []}


def test_a_code_is_explained(server: Any) -> None:
    said = server.post("/explain", code="E0382").json()
    assert said["code"] == "E0382" and said["explanation"].startswith("# E0382")
    assert server.post("/explain", code="E9999").status_code == 404
    assert server.post("/explain").status_code == 422


def test_an_error_of_a_project_is_explained(server: Any) -> None:
    said = server.post("/explain", code=MOVED, file="src/main.rs", line=4).json()
    assert said["code"] == "E0382" and "`v`" in said["explanation"]
    assert said["diagnostic"]["line"] == 4 and said["similar"]
    assert server.post("/explain", code=MOVED, line=1).status_code == 422


def test_similar_fixes_are_found(server: Any) -> None:
    said = server.client.get("/fixes/search", params={"q": "use of moved value", "limit": 5})
    found = said.json()["fixes"]
    assert 0 < len(found) <= 5 and "E0382" in {each["code"] for each in found}
    assert all(each["diff"].startswith("--- ") for each in found)
    only = server.client.get("/fixes/search", params={"code": "E0382"}).json()["fixes"]
    assert {each["code"] for each in only} == {"E0382"}
    assert server.client.get("/fixes/search").status_code == 422


def test_entries_can_be_read(server: Any) -> None:
    entries = server.client.get("/kb/entries", params={"code": "E0382"}).json()["entries"]
    assert entries and {each["code"] for each in entries} == {"E0382"}
    whole = server.client.get(f"/kb/entries/{entries[0]['id']}").json()
    assert whole["explanation"] and whole["broken"] and whole["fixed"] and "--- " in whole["diff"]
    assert server.client.get("/kb/entries/E0382/../../x").status_code == 404


def test_the_statistics_count(server: Any) -> None:
    said = server.client.get("/kb/stats").json()
    assert said["entries"] == sum(said["entries_by_code"].values()) > 100
    assert said["past_fixes"] == 0 and said["learned_by_day"] == {}


@pytest.mark.parametrize("question", ["How do I read a file line by line?", "What is E0502?"])
def test_a_question_is_answered_with_sources(server: Any, question: str) -> None:
    said = server.post("/ask", question=question).json()
    assert said["found"] and said["answer"] and said["sources"] and said["model"] == ""
