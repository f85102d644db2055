/** The extension in a real extension host, with the real server and the real rust-analyzer. */

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import type { Session } from "../../src/session";

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
  };
}

const WAIT_MS = 120_000;

async function until<T>(
  what: string,
  ask: () => T | undefined | false | Thenable<T | undefined | false>,
  seen: () => unknown = () => "",
): Promise<T> {
  const limit = Date.now() + WAIT_MS;
  for (;;) {
    const found = await ask();
    if (found !== undefined && found !== false) {
      return found;
    }
    assert.ok(Date.now() < limit, `waited in vain for ${what} ${JSON.stringify(seen())}`);
    await sleep(50);
  }
}

function serverProcess(session: Session): number | undefined {
  // vscode-languageclient shows it to nobody
  const client = session.client as unknown as { _serverProcess?: { pid?: number } } | undefined;
  return client?._serverProcess?.pid;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("the extension", () => {
  let session: Session;
  let document: vscode.TextDocument;

  const idle = (errors: number): Promise<true> =>
    until(
      `${errors} errors`,
      () => {
        const { view } = session;
        return (
          view.kind === "running" && view.status.state === "idle" && view.status.errors === errors
        );
      },
      () => [session.view, document.isDirty, document.getText()],
    );

  const forSaving = (): Thenable<vscode.CodeAction[]> =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
      "source.fixAll.rustmend",
    );

  before(async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder, "src", "main.rs");
    document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    const extension = vscode.extensions.getExtension<Session>("rustmend.rustmend");
    assert.ok(extension);
    session = await extension.activate();
    await idle(1);
  });

  it("speaks UTF-16 with the server", () => {
    const capabilities = session.client?.initializeResult?.capabilities;
    assert.equal(capabilities?.positionEncoding, "utf-16");
  });

  it("has every command that it contributes, as far as the server has it", async () => {
    const manifest = vscode.extensions.getExtension("rustmend.rustmend")?.packageJSON as Manifest;
    const { commands, menus } = manifest.contributes;
    const there = new Set(await vscode.commands.getCommands(true));
    for (const { command } of commands) {
      const condition = menus.commandPalette.find((each) => each.command === command)?.when;
      const needs = /rustmend\.can\.(\w+)/.exec(condition ?? "")?.[1];
      assert.ok(there.has(command) || (needs !== undefined && !session.can(needs)), command);
    }
  });

  it("offers the same fix as a quick fix and for saving", async () => {
    const all = await forSaving();
    assert.equal(all.length, 1);
    assert.ok(all[0]?.edit);
  });

  it("is restarted once for several wishes, and leaves no server behind", async () => {
    const before = serverProcess(session);
    assert.ok(before !== undefined);
    await Promise.all([session.restart(), session.restart(), session.restart()]);
    await idle(1);
    const after = serverProcess(session);
    assert.ok(after !== undefined && after !== before);
    await until("the end of the old server", () => !isAlive(before));
  });

  it("starts the server again when it ends by itself", async () => {
    const before = serverProcess(session);
    assert.ok(before !== undefined);
    process.kill(before, "SIGKILL");
    await until("another server", () => {
      const pid = serverProcess(session);
      return pid !== undefined && pid !== before;
    });
    await idle(1);
  });

  it("mends on save where that was asked for, and rust-analyzer formats after it", async () => {
    await idle(1);
    assert.match(document.getText(), /let {2}words/);
    const editor = vscode.workspace.getConfiguration("editor", document);
    const global = vscode.ConfigurationTarget.Global;
    await editor.update("codeActionsOnSave", { "source.fixAll.rustmend": "explicit" }, global);
    await editor.update("formatOnSave", true, global);
    // what rust-analyzer wrote at its start, such as Cargo.lock, has everything checked once more
    const offered = async (): Promise<boolean> => (await forSaving()).length === 1;
    await until("a fix to save with", offered, () => session.view);
    await vscode.commands.executeCommand("workbench.action.files.save");
    await idle(0);
    assert.match(document.getText(), /report\(&words\)/);
    assert.match(document.getText(), /let words/);
    assert.equal(document.isDirty, false);
  });

  it("takes rust-analyzer's check command over", async () => {
    // clippy says nothing before the errors are gone
    await idle(0);
    const global = vscode.ConfigurationTarget.Global;
    const theirs = vscode.workspace.getConfiguration("rust-analyzer");
    const ours = vscode.workspace.getConfiguration("rustmend");
    await ours.update("diagnostics", "full", global);
    await theirs.update("check.command", "clippy", global);
    const found = (): boolean =>
      vscode.languages.getDiagnostics(document.uri).some(({ source }) => source === "clippy");
    try {
      await until("a lint of clippy's", found);
    } finally {
      await theirs.update("check.command", undefined, global);
      await ours.update("diagnostics", undefined, global);
    }
    await until("the end of the lint", () => !found());
  });
});
