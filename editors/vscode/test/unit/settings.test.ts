import assert from "node:assert/strict";
import { serverSettings, type Configuration } from "../../src/settings";

function configuration(
  set: Record<string, unknown>,
  defaults: Record<string, unknown> = {},
): Configuration {
  return {
    get: (name: string) => set[name] ?? defaults[name],
    inspect: (name: string) => ({ key: name, globalValue: set[name] }),
  } as Configuration;
}

describe("serverSettings", () => {
  const names = ["check.command", "check.allTargets", "learn"];

  it("leaves defaults out", () => {
    const ours = configuration({ learn: false }, { "check.command": "check" });
    assert.deepEqual(serverSettings(names, ours, configuration({})), { learn: false });
  });

  it("takes rust-analyzer's where ours is not set", () => {
    const theirs = configuration({ "check.command": "clippy", "cargo.allTargets": false });
    assert.deepEqual(serverSettings(names, configuration({ "check.command": "check" }), theirs), {
      "check.command": "check",
      "check.allTargets": false,
    });
  });
});
