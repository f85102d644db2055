"""The log: never a secret, never on standard output."""

import tempfile
from pathlib import Path

import pytest

from rustmend.logs import blank_secrets, keep_traceback


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("api_key=abcdef123", "api_key=…"),
        ('{"api-key": "abcdef123"}', '{"api-key": "…"}'),
        ("Authorization: Bearer abcdef", "Authorization: Bearer …"),
        ("https://user:secret@host/x", "https://…@host/x"),
        ("sent sk-abcdefghijklmnop", "sent …"),
        ("GITHUB_TOKEN=ghp_abcdefghijklmnop", "GITHUB_TOKEN=…"),
        ("password: hunter22", "password: …"),
        ("the token stream of `x`", "the token stream of `x`"),
        ("checked src/main.rs:12:5", "checked src/main.rs:12:5"),
    ],
)
def test_secrets_are_blanked(text, blanked):
    assert blank_secrets(text) == blanked


def test_a_traceback_lies_with_the_logs_where_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("RUSTMEND_CACHE_PATH", str(tmp_path / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    kept = keep_traceback(ValueError("password: hunter22"))
    assert kept.parent == tmp_path / "cache" / "logs"
    assert "ValueError: password: …" in kept.read_text()
    (tmp_path / "file").touch()
    monkeypatch.setenv("RUSTMEND_CACHE_PATH", str(tmp_path / "file"))
    assert keep_traceback(ValueError()).parent == tmp_path
