/** What a language model is asked for; MODEL is the address of one that plays a script. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BROKEN, writeCrate } from "./crates";
import { Editor } from "./editor";
import { EXTENSION, needed, Workbench } from "./workbench";

describe("with a model", () => {
  let workbench: Workbench | undefined;
  let editor: Editor | undefined;

  afterEach(async function () {
    if (this.currentTest?.state === "failed") {
      await editor?.picture(`failed-${this.currentTest.title}`);
    }
    await workbench?.stop();
  });

  it("makes a project, and can be called off while it makes one", async () => {
    workbench = await Workbench.start({
      settings: {
        "rustmend.path": needed("RUSTMEND"),
        "rustmend.model.baseUrl": needed("MODEL"),
        "rustmend.model.name": "scripted-1",
      },
      extensions: [EXTENSION],
    });
    const crate = writeCrate(join(workbench.folder, "model"), { "src/main.rs": BROKEN });
    editor = new Editor(await workbench.open(crate, join(crate, "src/main.rs")));
    await editor.counts(1, 1);
    await editor.status.click();
    await editor.row("Language model").waitFor();
    await editor.page.keyboard.press("Escape");

    await editor.command("rustmend: Generate a Project…");
    await editor.input("a library that adds numbers");
    await editor.page.locator(".quick-input-title", { hasText: "2 of 2" }).waitFor();
    await editor.input("sums");
    const made = editor.page.locator(".notification-toast", { hasText: "Open in New Window" });
    await made.waitFor({ timeout: 150_000 });
    await editor.picture("generated-by-a-model");
    const lib = readFileSync(join(workbench.folder, "sums", "src", "lib.rs"), "utf8");
    assert.match(lib, /pub fn add/);

    await editor.page.locator(".tab", { hasText: "main.rs" }).click();
    await editor.command("rustmend: Generate a Project…");
    await editor.input("a library that never comes");
    await editor.page.locator(".quick-input-title", { hasText: "2 of 2" }).waitFor();
    await editor.input("never");
    const running = editor.page.locator(".notification-toast", { hasText: "making a project" });
    await running.waitFor();
    await editor.picture("generating");
    await running.hover();
    await running.locator(".monaco-button", { hasText: "Cancel" }).click();
    await editor.page
      .locator(".notification-toast", { hasText: "nothing was written" })
      .waitFor({ timeout: 60_000 });
    assert.ok(!existsSync(join(workbench.folder, "never")));
    assert.deepEqual([...workbench.outside], []);
  });
});
