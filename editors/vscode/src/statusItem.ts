/** The item in the status bar. It is there from the first Rust file on. */

import { Disposable, MarkdownString, StatusBarAlignment, ThemeColor, window } from "vscode";
import type { Session } from "./session";
import { appearance } from "./status";

export function showStatus(session: Session): Disposable {
  const item = window.createStatusBarItem("rustmend.status", StatusBarAlignment.Left, 0);
  item.name = "rustmend";
  item.command = "rustmend.menu";
  const update = (): void => {
    const { text, tooltip, warning } = appearance(session.view);
    item.text = text;
    item.tooltip = new MarkdownString(tooltip.join("\n\n"));
    item.backgroundColor = warning ? new ThemeColor("statusBarItem.warningBackground") : undefined;
  };
  update();
  item.show();
  return Disposable.from(item, session.onChange(update));
}
