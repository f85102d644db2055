/** Fixes that are looked at before they are made: those at the cursor, or all together. */

import { CancellationTokenSource, ProgressLocation, window, type Disposable } from "vscode";
import { CodeActionKind, CodeActionRequest, type CodeAction } from "vscode-languageclient/node";
import { place, rustEditor, type Place } from "../cursor";
import type { Preview } from "../preview";
import type { Session } from "../session";

const FIX_ALL = "source.fixAll.rustmend";

type Fix = CodeAction & Required<Pick<CodeAction, "edit">>;

/** Let the user choose among the fixes at the cursor, and show the changes of that one. */
export async function previewFix(session: Session, preview: Preview): Promise<void> {
  const editor = rustEditor();
  if (editor === undefined) {
    return;
  }
  const here = place(editor);
  const found = await fixesAt(session, here, CodeActionKind.QuickFix);
  if (found.length === 0 && !(await settled(session))) {
    return;
  }
  const fixes = found.length > 0 ? found : await fixesAt(session, here, CodeActionKind.QuickFix);
  if (fixes.length === 0) {
    void window.showInformationMessage("rustmend: there is no verified fix on this line.");
    return;
  }
  const chosen = fixes.length === 1 ? fixes[0] : await choose(fixes);
  if (chosen !== undefined) {
    await show(session, preview, chosen);
  }
}

/** Show the changes of all fixes that verified together, once all are verified. */
export async function fixAll(session: Session, preview: Preview): Promise<void> {
  const editor = rustEditor() ?? window.visibleTextEditors.find(isRust);
  if (editor === undefined) {
    void window.showInformationMessage("rustmend: open a Rust file of the workspace first.");
    return;
  }
  const here = place(editor);
  if (!(await settled(session))) {
    return;
  }
  const [fix] = await fixesAt(session, here, FIX_ALL);
  if (fix === undefined) {
    void window.showInformationMessage("rustmend: there is no verified fix to apply.");
    return;
  }
  await show(session, preview, fix);
}

/** What is ready there now; nothing without a server. */
async function fixesAt(
  { client }: Session,
  { uri, range }: Place,
  kind: string,
): Promise<readonly Fix[]> {
  const actions = await client?.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics: [], only: [kind] },
  });
  return (actions ?? []).filter((action): action is Fix => "edit" in action);
}

async function choose(fixes: readonly Fix[]): Promise<Fix | undefined> {
  const items = fixes.map((fix) => ({ label: fix.title, fix }));
  const title = "Which fix do you want to see?";
  return (await window.showQuickPick(items, { title }))?.fix;
}

async function show({ client }: Session, preview: Preview, fix: Fix): Promise<void> {
  const edit = await client?.protocol2CodeConverter.asWorkspaceEdit(fix.edit);
  if (edit !== undefined) {
    await preview.show(edit, fix.title);
  }
}

function isRust({ document }: { document: { languageId: string } }): boolean {
  return document.languageId === "rust";
}

/** Wait, with progress, until no fix is to be expected any more; whether that came to an end. */
async function settled(session: Session): Promise<boolean> {
  const busy = (): boolean =>
    session.view.kind === "running" &&
    ["starting", "checking", "verifying"].includes(session.view.status.state);
  if (!busy()) {
    return true;
  }
  const stopped = new CancellationTokenSource();
  let listener: Disposable | undefined;
  await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: "rustmend: verifying fixes",
      cancellable: true,
    },
    (_, cancellation) =>
      new Promise<void>((resolve) => {
        cancellation.onCancellationRequested(() => {
          stopped.cancel();
          resolve();
        });
        listener = session.onChange(() => {
          if (!busy()) {
            resolve();
          }
        });
      }),
  );
  listener?.dispose();
  return !stopped.token.isCancellationRequested;
}
