"""What leaves the machine holds no secrets, and what comes back fits the text again."""

from pathlib import Path

import pytest

from rustmend.redact import Redaction


def blanked(text: str) -> str:
    redaction = Redaction(Path("/home/ann"))
    (sent,) = redaction.blank([text])
    assert redaction.restore(sent) == text
    return sent


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ('const API_KEY: &str = "f00b4rbaz";', "f00b4rbaz"),
        ('let password = "hunter";', "hunter"),
        ("password: 'hunter22',", "hunter22"),
        ('let db = Config { password: String::from("correct-horse") };', "correct-horse"),
        ('static ACCESS_TOKEN: &\'static str = "t0p-s3cret";', "t0p-s3cret"),
        ('"client_secret": "Zm9vYmFy"', "Zm9vYmFy"),
        ("export GITHUB_TOKEN=abcdef123456", "abcdef123456"),
        ("AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG", "wJalrXUtnFEMI"),
        ('client.auth("sk-proj-abcdefghijklmnop")', "sk-proj"),
        ("// ghp_0123456789abcdefghij", "ghp_"),
        ('.header("Authorization", "Bearer abc.def-ghi_jkl")', "abc.def-ghi"),
        ('"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc"', "eyJhbGci"),
        ('connect("postgres://ann:pa55@db.internal/app")', "pa55"),
        ('"AKIAIOSFODNN7EXAMPLE"', "AKIA"),
        ('let id = "9f8a7c6b5d4e3f2a1b0c9d8e7f6a5b4c";', "9f8a7c6b"),
        ("// written by ann.lee@corp.io", "ann.lee"),
        ("/home/ann/src/app/main.rs", "/home/ann"),
        ("/Users/bob/src", "bob"),
        (r'r"C:\Users\carol\x"', "carol"),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7bq\nabcdABCD0123456789==\n"
         "-----END RSA PRIVATE KEY-----", "MIIEow"),
    ],
)  # fmt: skip
def test_secrets_are_blanked(text: str, secret: str) -> None:
    assert secret not in blanked(text)


@pytest.mark.parametrize(
    "text",
    [
        'assert_eq!(token, "return");',
        'Token { kind: Kind::Word, token: "identifier" }',
        "fn token(&self) -> &str { &self.text }",
        "let n @ 1..=5 = x else { return };",
        "match n { m@1..=5 => m, _ => 0 }",
        'const HEX: &str = "0123456789abcdefABCDEF0123456789abcdef";',
        'const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";',
        'parse("user@example.com")',
        "let secret: u64 = 42;",
        "use crate::sk_buff::push;",
        "/homestead/ann/x",
        "error[E0502]: cannot borrow `items` as mutable because it is also borrowed as immutable",
    ],
)
def test_code_is_left_alone(text: str) -> None:
    assert blanked(text) == text


def test_one_secret_has_one_placeholder_and_is_blanked_everywhere() -> None:
    redaction = Redaction(Path("/home/ann"))
    first, second = redaction.blank(
        ['let token = "t0p-s3cret";', 'assert_eq!(read(), "t0p-s3cret"); // ann@corp.io']
    )
    assert "t0p" not in first + second
    placeholder = first.split('"')[1]
    assert f'"{placeholder}"' in second
    answer = f'token = "{placeholder}" and BLANKED_SECRET_99'
    assert redaction.restore(answer) == 'token = "t0p-s3cret" and BLANKED_SECRET_99'
