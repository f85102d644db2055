"""The real llama.cpp server with a model of random numbers: a real protocol, and gibberish.

``make test-llama`` builds the server into an environment of its own and names it in
``RUSTMEND_TEST_LLAMA``; that takes some ten minutes once, so it is no part of ``make test``.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

PYTHON = os.environ.get("RUSTMEND_TEST_LLAMA", "")
BROKEN = """\
pub fn longest(words: &mut Vec<String>) -> &String {
    let first = &words[0];
    words.push(String::from("last"));
    first
}
"""

pytestmark = [
    pytest.mark.llama,
    pytest.mark.skipif(not PYTHON, reason="no llama.cpp server: `make test-llama` makes one"),
]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("llama")
    model = folder / "gibberish.gguf"
    subprocess.run([PYTHON, Path(__file__).with_name("tiny_model.py"), model], check=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        PYTHON, "-m", "llama_cpp.server", "--model", model, "--n_ctx", "32768",
        "--chat_format", "chatml", "--host", "127.0.0.1", "--port", str(port),
    ]  # fmt: skip
    with (folder / "log").open("w") as log, subprocess.Popen(command, stdout=log, stderr=log) as it:
        try:
            yield _ready(it, f"http://127.0.0.1:{port}/v1", folder / "log")
        finally:
            it.terminate()


def _ready(server: "subprocess.Popen[bytes]", url: str, log: Path) -> str:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text()[-3000:]
        try:
            with urllib.request.urlopen(f"{url}/models", timeout=5):  # noqa: S310  # our own
                return url
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError(log.read_text()[-3000:])


def rustmend(tmp_path: Path, url: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rustmend", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "RUSTMEND_CACHE_PATH": str(tmp_path / "cache"),
            "RUSTMEND_JOURNAL_PATH": str(tmp_path / "journal.sqlite3"),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "RUSTMEND_MODEL_BASE_URL": url,
            "RUSTMEND_MODEL_MAX_TOKENS": "200",
        },
    )


def test_gibberish_is_never_offered(tmp_path: Path, url: str) -> None:
    crate = tmp_path / "crate"
    (crate / "src").mkdir(parents=True)
    (crate / "Cargo.toml").write_text('[package]\nname = "words"\nversion = "0.1.0"\n')
    (crate / "src/lib.rs").write_text(BROKEN)
    done = rustmend(tmp_path, url, "fix", crate, "--model", "--write", "--json")
    answer = json.loads(done.stdout)
    assert [fix for fix in answer["fixes"] if fix["origin"] == "model"] == []
    assert answer["model"]["calls"] >= 1
    assert answer["model"]["prompt_tokens"] > 100
    assert answer["model"]["failure"]
    if not answer["fixes"]:
        assert (crate / "src/lib.rs").read_text() == BROKEN


def test_doctor_says_that_it_is_of_no_use(tmp_path: Path, url: str) -> None:
    done = rustmend(tmp_path, url, "doctor", "--json")
    findings = {each["name"]: each for each in json.loads(done.stdout)["findings"]}
    assert findings["language model"]["ok"] is not True
    assert url in findings["language model"]["detail"]
