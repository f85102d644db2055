import assert from "node:assert/strict";
import { Backoff } from "../../src/backoff";

describe("Backoff", () => {
  it("waits longer each time, then gives up", () => {
    const backoff = new Backoff(() => 0);
    const delays = Array.from({ length: 5 }, () => backoff.crashed());
    assert.deepEqual(delays, [500, 2_000, 5_000, 15_000, undefined]);
  });

  it("forgets what was long ago, and all when asked to", () => {
    let now = 0;
    const backoff = new Backoff(() => now);
    backoff.crashed();
    now += 5 * 60_000;
    assert.equal(backoff.crashed(), 500);
    assert.equal(backoff.crashed(), 2_000);
    backoff.reset();
    assert.equal(backoff.crashed(), 500);
  });
});
