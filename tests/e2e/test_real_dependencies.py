"""A workspace with what real ones have: serde with derive, tokio, a build script, a proc macro."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.registry

FILES = {
    "Cargo.toml": """\
[workspace]
resolver = "3"
members = ["app", "tags"]
""",
    "app/Cargo.toml": """\
[package]
name = "app"
version = "0.1.0"
edition = "2024"

[dependencies]
tags = { path = "../tags" }
serde = { version = "=1.0.219", features = ["derive"] }
tokio = { version = "=1.45.1", features = ["macros", "rt", "sync"] }
""",
    "app/build.rs": """\
fn main() {
    let out = std::env::var("OUT_DIR").unwrap();
    std::fs::write(format!("{out}/limit.rs"), "pub const LIMIT: usize = 3;").unwrap();
    println!("cargo::rerun-if-changed=build.rs");
}
""",
    "app/src/main.rs": """\
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;

include!(concat!(env!("OUT_DIR"), "/limit.rs"));

#[derive(Debug, Clone, Serialize, Deserialize, tags::Tag)]
struct Job {
    name: String,
}

async fn send(jobs: &[Job], sender: mpsc::Sender<Job>) {
    for job in jobs.iter().take(LIMIT) {
        sender.send(job).await.expect("the receiver waits");
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (sender, mut receiver) = mpsc::channel(8);
    let jobs = vec![Job { name: "first".to_string() }];
    send(jobs, sender).await;
    while let Some(job) = receiver.recv().await {
        println!("{} {}", Job::TAG, job.name);
    }
}
""",
    "tags/Cargo.toml": """\
[package]
name = "tags"
version = "0.1.0"
edition = "2024"

[lib]
proc-macro = true
""",
    "tags/src/lib.rs": """\
use proc_macro::TokenStream;

#[proc_macro_derive(Tag)]
pub fn tag(item: TokenStream) -> TokenStream {
    let text = item.to_string();
    let name = text.split_whitespace().skip_while(|word| *word != "struct").nth(1).unwrap();
    let name = name.trim_end_matches(['{', ';']);
    format!("impl {name} {{ const TAG: &'static str = \\"{name}\\"; }}").parse().unwrap()
}
""",
}


def test_errors_beside_real_dependencies_are_mended(tmp_path: Path) -> None:
    root = tmp_path / "work"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    environment = {
        **os.environ,
        "RUSTMEND_CACHE_PATH": str(tmp_path / "cache"),
        "RUSTMEND_JOURNAL_PATH": str(tmp_path / "journal.sqlite"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "rustmend", "fix", root, "--write", "--json"],
        env=environment, capture_output=True, text=True, timeout=500, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    answer = json.loads(done.stdout)
    assert answer["errors_before"] == 2
    assert {fix["file"] for fix in answer["fixes"]} == {"app/src/main.rs"}
    changed = {name for name, text in FILES.items() if (root / name).read_text() != text}
    assert changed == {"app/src/main.rs"}
    made = {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}
    assert made == set(FILES)
    checked = subprocess.run(
        ["cargo", "check", "--workspace", "--all-targets", "--target-dir", tmp_path / "target"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
