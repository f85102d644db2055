/** Where the user is, in the protocol's words. */

import { window, type TextEditor } from "vscode";
import type { Range } from "vscode-languageclient";

export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** The Rust file that is being edited. */
export function rustEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.languageId === "rust" ? editor : undefined;
}

/** The selection; an empty one stands for its line, as it does for the lightbulb. */
export function place({ document, selection }: TextEditor): Place {
  const range = selection.isEmpty ? document.lineAt(selection.active).range : selection;
  return {
    uri: document.uri.toString(),
    range: {
      start: { line: range.start.line, character: range.start.character },
      end: { line: range.end.line, character: range.end.character },
    },
  };
}
