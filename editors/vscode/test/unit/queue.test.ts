import assert from "node:assert/strict";
import { Queue } from "../../src/queue";

class Door {
  open: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => (this.open = resolve));
}

describe("Queue", () => {
  it("runs one at a time, and joins those that wait", async () => {
    const doors = [new Door(), new Door(), new Door()];
    let begun = 0;
    const queue = new Queue(async () => doors[begun++]?.opened);
    const first = queue.run();
    const second = queue.run();
    assert.equal(queue.run(), second);
    assert.equal(begun, 1);
    doors[0]?.open();
    await first;
    doors[1]?.open();
    await second;
    assert.equal(begun, 2);
    doors[2]?.open();
    await queue.run();
    assert.equal(begun, 3);
  });

  it("goes on after a run that failed", async () => {
    let begun = 0;
    const queue = new Queue(() =>
      begun++ === 0 ? Promise.reject(new Error("no")) : Promise.resolve(),
    );
    const first = queue.run();
    const second = queue.run();
    await assert.rejects(first, /no/);
    await second;
    assert.equal(begun, 2);
  });
});
