/** What needs a question or a description of the user's first. */

import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { commands, Uri, window, workspace } from "vscode";
import { ExecuteCommandRequest, type LanguageClient } from "vscode-languageclient/node";
import type { Generated } from "../protocol";

/** The argument of `rustmend.ask`, asked for; undefined where the user asks nothing. */
export async function question(): Promise<object | undefined> {
  const asked = await window.showInputBox({
    title: "Ask about Rust",
    placeHolder: "Such as: why is a String moved when I pass it to a function?",
  });
  return asked?.trim() ? { question: asked.trim() } : undefined;
}

/** Let the server make a project from a description, and open it. */
export async function generateProject(client: LanguageClient): Promise<void> {
  const description = await window.showInputBox({
    title: "Generate a project (1 of 2)",
    placeHolder: "What the program does",
    ignoreFocusOut: true,
  });
  if (!description?.trim()) {
    return;
  }
  const here = workspace.workspaceFolders?.[0]?.uri.fsPath;
  const parent = here === undefined ? homedir() : dirname(here);
  const folder = await window.showInputBox({
    title: "Generate a project (2 of 2)",
    prompt: "Folder of the new project",
    value: join(parent, "new-project"),
    valueSelection: [parent.length + 1, parent.length + 1 + "new-project".length],
    ignoreFocusOut: true,
  });
  if (!folder?.trim()) {
    return;
  }
  const made = (await client.sendRequest(ExecuteCommandRequest.type, {
    command: "rustmend.generate",
    arguments: [{ description: description.trim(), folder: folder.trim() }],
  })) as Generated;
  if (!made.ok) {
    void window.showWarningMessage(`rustmend: ${firstLine(made.message)}`);
    return;
  }
  const choice = await window.showInformationMessage(
    `rustmend: ${firstLine(made.message)}`,
    "Open",
    "Open in New Window",
  );
  if (choice !== undefined) {
    const forceNewWindow = choice === "Open in New Window";
    await commands.executeCommand("vscode.openFolder", Uri.file(made.folder), { forceNewWindow });
  }
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
