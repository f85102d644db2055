/** How the server comes to run: trust, and a first installation. */

import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { BROKEN, writeCrate } from "./crates";
import { Editor, LIGHTBULB } from "./editor";
import { copyExtension, EXTENSION, needed, Workbench } from "./workbench";

describe("start", () => {
  let workbench: Workbench | undefined;
  let editor: Editor | undefined;
  let scratch: string;

  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), "rustmend-start-"));
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") {
      await editor?.picture(`failed-${this.currentTest.title}`);
    }
    await workbench?.stop();
    rmSync(scratch, { recursive: true });
  });

  async function open(
    running: Workbench,
    name: string,
  ): Promise<{ editor: Editor; crate: string }> {
    const crate = writeCrate(join(running.folder, name), { "src/main.rs": BROKEN });
    editor = new Editor(await running.open(crate, join(crate, "src/main.rs")));
    return { editor, crate };
  }

  it("waits, without a word, for the workspace to be trusted", async () => {
    workbench = await Workbench.start({
      settings: { "rustmend.path": needed("RUSTMEND") },
      trusted: false,
      extensions: [EXTENSION],
    });
    const { editor, crate } = await open(workbench, "untrusted");
    await editor.status.filter({ has: editor.page.locator(".codicon-shield") }).waitFor();
    assert.deepEqual(await editor.toasts(), []);
    await editor.picture("untrusted");
    assert.ok(!existsSync(join(crate, "target")) && !existsSync(join(crate, "Cargo.lock")));
    const titles = await editor.palette("rustmend:");
    assert.ok(!titles.some((title) => title.includes("Check Again")), titles.join("\n"));

    await editor.status.click();
    await editor.row("Trust this workspace").click();
    await editor.page.locator(".monaco-button", { hasText: "Trust" }).first().click();
    await editor.counts(1, 1);
  });

  it("says that there is no server, and installs it at a click", async () => {
    // stands for uv: the real one would ask the registry for the server's libraries
    const bin = join(scratch, "bin");
    mkdirSync(bin);
    writeFileSync(
      join(bin, "uv"),
      `#!/bin/sh
case $1 in
venv) for last; do :; done; mkdir -p "$last/bin"; echo "$last" > "${scratch}/made";;
pip) ln -s "${needed("RUSTMEND")}" "$(cat "${scratch}/made")/bin/rustmend";;
esac
`,
    );
    chmodSync(join(bin, "uv"), 0o755);
    const extension = join(scratch, "extension");
    copyExtension(EXTENSION, extension);
    mkdirSync(join(extension, "wheel"), { recursive: true });
    writeFileSync(join(extension, "wheel", "rustmend-0.1.0-py3-none-any.whl"), "");
    workbench = await Workbench.start({
      extensions: [extension],
      variables: { PATH: [bin, ...withoutServer()].join(delimiter) },
    });
    const { editor } = await open(workbench, "first time");
    const toast = editor.page.locator(".notification-toast", { hasText: "not installed" });
    await toast.waitFor();
    await editor.picture("missing");
    await toast.locator(".monaco-button", { hasText: "Install" }).click();
    await editor.counts(1, 1);
    assert.deepEqual(await editor.toasts(), []);
    assert.deepEqual([...workbench.outside], []);
  });

  it("takes two steps from the package to a lightbulb on a fresh machine", async function () {
    this.timeout(600_000);
    // a home of its own; Rust and Python are there, rustmend is nowhere
    const home = join(scratch, "home");
    mkdirSync(home);
    workbench = await Workbench.start({
      vsix: needed("VSIX"),
      variables: {
        HOME: home,
        RUSTUP_HOME: process.env["RUSTUP_HOME"] ?? join(homedir(), ".rustup"),
        CARGO_HOME: process.env["CARGO_HOME"] ?? join(homedir(), ".cargo"),
        PATH: withoutServer().join(delimiter),
      },
    });
    const { editor } = await open(workbench, "fresh machine");
    const toast = editor.page.locator(".notification-toast", { hasText: "not installed" });
    await toast.locator(".monaco-button", { hasText: "Install" }).click();
    await editor.page.locator(".notification-toast", { hasText: "installing" }).waitFor();
    await editor.picture("installing");
    await editor.page
      .locator(".notification-toast", { hasText: "installing" })
      .waitFor({ state: "detached", timeout: 400_000 });
    await editor.counts(1, 1);
    await editor.goTo(8, 24);
    await editor.page.locator(LIGHTBULB).first().waitFor();
    await editor.openMenu();
    await editor.choose(/✓ no errors left/);
    await editor.page.locator(".tab.active.dirty").waitFor();
    await editor.save();
    await editor.counts(0, 0);
    assert.deepEqual(await editor.toasts(), []);
    assert.deepEqual([...workbench.outside], []);
  });

  it("shows a walkthrough of three steps", async () => {
    workbench = await Workbench.start({
      settings: { "rustmend.path": needed("RUSTMEND") },
      extensions: [EXTENSION],
    });
    const { editor } = await open(workbench, "walkthrough");
    await editor.counts(1, 1);
    await editor.command("Welcome: Open Walkthrough");
    await editor.row("Get started with rustmend").click();
    await editor.page.getByText("Check once, not twice").waitFor();
    await editor.page.waitForTimeout(1_000);
    await editor.picture("walkthrough");
    await editor.page.getByText("Check once, not twice").click();
    await editor.page.waitForTimeout(1_000);
    await editor.picture("walkthrough-last");
    assert.deepEqual(await editor.toasts(), []);
  });
});

function withoutServer(): string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.filter((folder) => !existsSync(join(folder, "rustmend")));
}
