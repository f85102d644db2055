import assert from "node:assert/strict";
import type { Status } from "../../src/protocol";
import { appearance } from "../../src/status";

function running(status: Partial<Status>): ReturnType<typeof appearance> {
  return appearance({
    kind: "running",
    server: { command: "rustmend", args: [], version: "0.1.0", origin: "PATH" },
    status: { state: "idle", errors: 0, verified: 0, message: "", ...status },
  });
}

describe("appearance", () => {
  it("is quiet where nothing is wrong", () => {
    const { text, tooltip, warning } = running({});
    assert.equal(text, "$(check) rustmend");
    assert.deepEqual(tooltip, ["**rustmend 0.1.0**", "No errors"]);
    assert.equal(warning, false);
  });

  it("counts errors and verified fixes", () => {
    const { text, tooltip } = running({ errors: 2, verified: 1 });
    assert.equal(text, "$(tools) rustmend $(error) 2 $(lightbulb) 1");
    assert.equal(tooltip[1], "2 errors, 1 verified fix ready");
    assert.equal(running({ errors: 1 }).tooltip[1], "1 error");
  });

  it("turns while something is under way", () => {
    assert.match(running({ state: "verifying", errors: 1 }).text, /^\$\(sync~spin\)/);
  });

  it("says what went wrong", () => {
    const { tooltip, warning } = running({ state: "error", message: "cargo was not found" });
    assert.deepEqual(tooltip, ["**rustmend 0.1.0**", "cargo was not found"]);
    assert.equal(warning, true);
    assert.equal(appearance({ kind: "failed", problem: "gone" }).warning, true);
  });

  it("is no warning in a workspace that is not trusted", () => {
    assert.equal(appearance({ kind: "untrusted" }).warning, false);
  });
});
