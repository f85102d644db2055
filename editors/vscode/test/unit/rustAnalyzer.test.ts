import assert from "node:assert/strict";
import { takenOver } from "../../src/rustAnalyzer";

function check(theirs: Record<string, unknown>, ours: Record<string, unknown>): void {
  assert.deepEqual(
    takenOver((name) => theirs[name]),
    ours,
  );
}

describe("takenOver", () => {
  it("says nothing where rust-analyzer is at its defaults", () => {
    check({}, {});
    check(
      {
        "check.command": "check",
        "check.features": null,
        "cargo.features": [],
        "cargo.allTargets": true,
        "cargo.target": null,
        "cargo.extraArgs": [],
        "cargo.extraEnv": {},
      },
      {},
    );
  });

  it("takes clippy over, and no command that the server does not know", () => {
    check({ "check.command": "clippy" }, { "check.command": "clippy" });
    check({ "check.command": "build" }, {});
  });

  it("prefers what is said of the check to what is said of cargo", () => {
    check(
      { "check.features": "all", "cargo.features": ["a"], "cargo.allTargets": false },
      { "check.features": "all", "check.allTargets": false },
    );
    check({ "check.allTargets": true, "cargo.allTargets": false }, {});
    check({ "cargo.noDefaultFeatures": true }, { "check.noDefaultFeatures": true });
  });

  it("joins arguments and variables", () => {
    check(
      {
        "cargo.extraArgs": ["--locked"],
        "check.extraArgs": ["--profile", "dev"],
        "cargo.extraEnv": { A: 1, B: "b", C: null },
        "check.extraEnv": { B: "c" },
      },
      {
        "check.extraArgs": ["--locked", "--profile", "dev"],
        "check.extraEnv": { A: "1", B: "c" },
      },
    );
  });

  it("takes the folder of the build over, where it is a folder", () => {
    check({ "cargo.targetDir": "out/checks" }, { "check.targetDir": "out/checks" });
    check({ "cargo.targetDir": true }, {});
    check({ "cargo.targetDir": null }, {});
  });

  it("takes the first of several targets", () => {
    check({ "check.targets": ["wasm32-wasip1", "x"] }, { "check.target": "wasm32-wasip1" });
    check({ "cargo.target": "aarch64-unknown-none" }, { "check.target": "aarch64-unknown-none" });
  });
});
