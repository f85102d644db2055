/** Look at the changes of a fix before they are made. */

import { window, workspace } from "vscode";
import {
  CodeActionKind,
  CodeActionRequest,
  type CodeAction,
  type LanguageClient,
} from "vscode-languageclient/node";
import { place, rustEditor } from "../cursor";
import { toBeConfirmed } from "../preview";

/** Let the user choose among the fixes at the cursor, and show the changes of that one. */
export async function previewFix(client: LanguageClient): Promise<void> {
  const editor = rustEditor();
  if (editor === undefined) {
    return;
  }
  const { uri, range } = place(editor);
  const version = editor.document.version;
  const answers = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics: [], only: [CodeActionKind.QuickFix] },
  });
  const fixes = (answers ?? []).filter(isFix);
  if (fixes.length === 0) {
    void window.showInformationMessage("rustmend: there is no verified fix on this line.");
    return;
  }
  const chosen = fixes.length === 1 ? fixes[0] : await choose(fixes);
  if (chosen === undefined) {
    return;
  }
  if (editor.document.version !== version) {
    void window.showInformationMessage(
      "rustmend: the text has changed meanwhile; please try again.",
    );
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(
    toBeConfirmed(chosen.edit, chosen.title),
  );
  await workspace.applyEdit(edit, { isRefactoring: true });
}

type Fix = CodeAction & Required<Pick<CodeAction, "edit">>;

function isFix(action: object): action is Fix {
  return "edit" in action;
}

async function choose(fixes: readonly Fix[]): Promise<Fix | undefined> {
  const items = fixes.map((fix) => ({ label: fix.title, fix }));
  const title = "Which fix do you want to see?";
  return (await window.showQuickPick(items, { title }))?.fix;
}
