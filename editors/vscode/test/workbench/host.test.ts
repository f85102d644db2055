/** Runs the tests of `test/host` inside the extension host of the workbench. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { format } from "node:util";
import { BROKEN, writeCrate } from "./crates";
import { EXTENSION, Workbench, needed } from "./workbench";

// each of two tests may wait in vain for its two minutes, and says what for
const LIMIT_MS = 600_000;

describe("in the extension host", () => {
  it("all tests pass", async function () {
    this.timeout(LIMIT_MS);
    const workbench = await Workbench.start({
      settings: { "rustmend.path": needed("RUSTMEND") },
      extensions: [join(EXTENSION, "out", "rust-analyzer")],
    });
    try {
      // clippy minds the comparison of references, rustfmt the blanks
      const text = BROKEN.replace(
        "words.len()\n",
        "if &words.len() == &0 { 0 } else { words.len() }\n",
      ).replace("let words", "let  words");
      const crate = writeCrate(join(workbench.folder, "host"), { "src/main.rs": text });
      const page = await workbench.page();
      const lines: string[] = [];
      const ended = new Promise<number>((resolve) => {
        void page.exposeFunction("codeAutomationExit", resolve);
      });
      await page.exposeFunction("codeAutomationLog", (_: string, parts: unknown[]) => {
        lines.push(format(...parts));
      });
      const { host } = new URL(workbench.origin);
      const remote = (path: string): string => `vscode-remote://${host}${path}`;
      await page.goto(
        workbench.url(crate, undefined, [
          ["extensionDevelopmentPath", remote(EXTENSION)],
          ["extensionTestsPath", remote(join(EXTENSION, "out", "host", "index.js"))],
        ]),
      );
      const limit = sleep(LIMIT_MS - 20_000, "no end", { ref: false });
      const code = await Promise.race([ended, limit]);
      // mocha's report is what is indented
      console.log(lines.filter((line) => /^\s{2}/.test(line)).join("\n"));
      assert.equal(code, 0, "a test in the extension host failed");
      assert.deepEqual([...workbench.outside], []);
    } finally {
      await workbench.stop();
    }
  });
});
