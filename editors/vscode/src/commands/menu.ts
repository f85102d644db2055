/** The menu behind the status item: what can be done now, and nothing else. */

import {
  commands,
  ConfigurationTarget,
  QuickPickItemKind,
  window,
  workspace,
  type QuickPickItem,
} from "vscode";
import { rustEditor } from "../cursor";
import type { Session } from "../session";

interface Entry extends QuickPickItem {
  readonly choose?: () => unknown;
}

export async function showMenu(session: Session): Promise<void> {
  const chosen = await window.showQuickPick(entries(session), { title: "rustmend" });
  await chosen?.choose?.();
}

function entries(session: Session): Entry[] {
  const { view } = session;
  const running = view.kind === "running";
  const inRust = rustEditor() !== undefined;
  const command = (label: string, name: string, when = session.can(name)): Entry[] =>
    when ? [{ label, choose: () => commands.executeCommand(`rustmend.${name}`) }] : [];
  return [
    ...heading("Fixes"),
    ...command("$(lightbulb) Preview fixes at the cursor…", "previewFix", running && inRust),
    ...command("$(checklist) Fix all…", "fixAll"),
    ...command(
      "$(question) Explain the error at the cursor",
      "explain",
      session.can("explain") && inRust,
    ),
    ...command("$(comment-discussion) Ask about Rust…", "ask"),
    ...command("$(new-folder) Generate a project…", "generate"),
    ...command("$(history) Past fixes…", "pastFixes", session.can("listPastFixes")),
    ...heading("Server"),
    ...(view.kind === "untrusted"
      ? [{ label: "$(shield) Trust this workspace…", choose: manageTrust }]
      : []),
    ...command("$(cloud-download) Install the server", "install", view.kind === "missing"),
    ...command("$(refresh) Check again", "recheck"),
    ...command("$(debug-pause) Pause or resume verifying", "pause"),
    ...command("$(pulse) Doctor", "doctor"),
    ...command("$(debug-restart) Restart", "restart", view.kind !== "untrusted"),
    ...heading("More"),
    ...toggle("$(mortar-board) Learning from your fixes", "learn", session.can("listPastFixes")),
    ...toggle("$(sparkle) Language model", "model.enabled", session.can("ask") && hasModel()),
    { label: "$(gear) Settings", choose: openSettings },
    ...command("$(output) Log", "showLog", true),
    ...command("$(output) Server log", "showServerLog", true),
  ];
}

function heading(label: string): Entry[] {
  return [{ label, kind: QuickPickItemKind.Separator }];
}

function toggle(label: string, name: string, when: boolean): Entry[] {
  const configuration = workspace.getConfiguration("rustmend");
  const on = configuration.get<boolean>(name) === true;
  // where it is set for the workspace, a change for the user would do nothing
  const target =
    configuration.inspect(name)?.workspaceValue === undefined
      ? ConfigurationTarget.Global
      : ConfigurationTarget.Workspace;
  const description = on ? "on" : "off";
  return when
    ? [{ label, description, choose: () => configuration.update(name, !on, target) }]
    : [];
}

function hasModel(): boolean {
  return Boolean(workspace.getConfiguration("rustmend").get<string>("model.baseUrl"));
}

function manageTrust(): unknown {
  return commands.executeCommand("workbench.trust.manage");
}

function openSettings(): unknown {
  return commands.executeCommand("workbench.action.openSettings", "rustmend");
}
