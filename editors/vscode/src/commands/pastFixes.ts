/** The fixes that were learned: look at one, forget one. */

import { commands, ThemeIcon, window, type QuickInputButton, type QuickPickItem } from "vscode";
import { ExecuteCommandRequest, type LanguageClient } from "vscode-languageclient/node";
import type { PastFix } from "../protocol";

const FORGET: QuickInputButton = { iconPath: new ThemeIcon("trash"), tooltip: "Forget" };

interface Entry extends QuickPickItem {
  readonly fix: PastFix;
}

/** Show the past fixes; the server shows the chosen one as a diff. */
export async function showPastFixes(client: LanguageClient): Promise<void> {
  const fixes = (await client.sendRequest(ExecuteCommandRequest.type, {
    command: "rustmend.listPastFixes",
  })) as readonly PastFix[];
  if (fixes.length === 0) {
    void window.showInformationMessage("rustmend: nothing has been learned yet.");
    return;
  }
  const pick = window.createQuickPick<Entry>();
  pick.title = "Past fixes";
  pick.placeholder = "Choose one to see its changes";
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = fixes.map(entry);
  pick.onDidTriggerItemButton(async ({ item }) => {
    await commands.executeCommand("rustmend.forgetPastFix", { id: item.fix.id });
    pick.items = pick.items.filter((each) => each !== item);
  });
  pick.onDidAccept(async () => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    if (chosen !== undefined) {
      await commands.executeCommand("rustmend.showPastFix", { id: chosen.fix.id });
    }
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function entry(fix: PastFix): Entry {
  const when = fix.learned ? new Date(fix.learned).toLocaleDateString() : "";
  return {
    fix,
    label: fix.title,
    description: fix.code ?? "",
    detail: [fix.file, when].filter(Boolean).join(" · "),
    buttons: [FORGET],
  };
}
