"""The log: never a secret, never on standard output."""

import pytest

from rustmend.logs import blank_secrets


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
