"""Buffers follow the editor whatever it sends."""

import pytest
from lsprotocol import types

from rustmend.lsp.documents import Documents, path_of, uri_of


@pytest.fixture
def documents():
    return Documents()


def opened(documents, path, text):
    return documents.open(types.TextDocumentItem(path.as_uri(), "rust", 1, text))


def change(documents, uri, version, *changes):
    identifier = types.VersionedTextDocumentIdentifier(version, uri)
    return documents.change(types.DidChangeTextDocumentParams(identifier, list(changes)))


def part(start, end, text):
    reach = types.Range(types.Position(*start), types.Position(*end))
    return types.TextDocumentContentChangePartial(reach, text)


def test_changes_are_made_in_order_each_on_the_text_before(documents, tmp_path):
    uri = opened(documents, tmp_path / "a.rs", "one\u2028\ntwo\n").uri
    found = change(documents, uri, 2, part((1, 0), (1, 3), "🦀"), part((1, 2), (1, 2), "!\n"))
    assert found.text == "one\u2028\n🦀!\n\n".encode()
    assert (found.version, found.unchanged) == (2, False)
    assert documents.save(uri).unchanged


def test_whole_text_replaces(documents, tmp_path):
    uri = opened(documents, tmp_path / "a.rs", "one").uri
    found = change(documents, uri, 9, types.TextDocumentContentChangeWholeDocument("two"))
    assert found.text == b"two"


def test_byte_order_mark_on_disk_stays_in_the_text(documents, tmp_path):
    file = tmp_path / "a.rs"
    file.write_bytes(b"\xef\xbb\xbffn main() {}")
    found = opened(documents, file, "fn main() {}")
    assert found.text == file.read_bytes()
    found = change(documents, found.uri, 2, part((0, 3), (0, 7), "x"))
    assert found.text == b"\xef\xbb\xbffn x() {}"
    whole = types.TextDocumentContentChangeWholeDocument("fn y() {}")
    assert change(documents, found.uri, 3, whole).text == b"\xef\xbb\xbffn y() {}"


def test_what_is_not_open_is_nothing(documents, tmp_path):
    uri = (tmp_path / "a.rs").as_uri()
    assert change(documents, uri, 1, part((0, 0), (0, 0), "x")) is None
    assert documents.save(uri) is None
    assert documents.close(uri) is None
    assert documents.open(types.TextDocumentItem("untitled:1", "rust", 1, "")) is None


@pytest.mark.parametrize(
    "uri",
    ["file:///w/a%20b/%C3%A9.rs", "file:///w/a%20b/é.rs", "file:///w/a b/%c3%a9.rs"],
)
def test_spellings_of_one_uri_are_one_document(documents, uri):
    documents.open(types.TextDocumentItem("file:///w/a%20b/%C3%A9.rs", "rust", 1, "x"))
    assert documents.get(uri).uri == "file:///w/a%20b/%C3%A9.rs"
    assert str(path_of(uri)) == "/w/a b/é.rs"


@pytest.mark.parametrize(
    "uri", ["", "untitled:1", "git:/x.rs", "file:", "http://x/y.rs", "file:///%00"]
)
def test_what_names_no_file_has_no_path(uri):
    assert path_of(uri) is None or str(path_of(uri)).startswith("/")
    if not uri.startswith("file"):
        assert path_of(uri) is None


def test_path_and_uri_belong_together(tmp_path):
    for name in ("a b.rs", "100%.rs", "é🦀.rs", "a#b?c.rs"):
        assert path_of(uri_of(tmp_path / name)) == tmp_path / name
