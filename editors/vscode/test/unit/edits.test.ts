import assert from "node:assert/strict";
import { edited } from "../../src/edits";

describe("edited", () => {
  it("applies edits in any order, all by the offsets of the given text", () => {
    const edits = [
      { start: 4, end: 5, text: "🦀" },
      { start: 0, end: 0, text: "> " },
      { start: 6, end: 9, text: "" },
    ];
    assert.equal(edited("let x=abc;", edits), "> let 🦀=;");
  });

  it("leaves a text without edits alone", () => {
    assert.equal(edited("é\r\n", []), "é\r\n");
  });
});
