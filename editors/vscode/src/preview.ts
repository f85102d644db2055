/**
 * The changes of a fix as a diff, with buttons in the title bar: all of it, or nothing.
 *
 * VS Code's own refactor preview takes a fix apart, each change with a box to tick, none ticked.
 * What is left after such a choice was never verified together, so that preview is behind a third
 * button, and what was chosen is checked at once.
 */

import { commands, Disposable, EventEmitter, Uri, window, workspace, WorkspaceEdit } from "vscode";
import type { Tab, TextDocument } from "vscode";
import { edited } from "./edits";

const SCHEME = "rustmend-fix";
// the title bar of the diff shows the buttons while this is set
const CONTEXT = "rustmend.previewing";
// a fix of one change has no parts, and one that makes a file is of one piece
const CONTEXT_PARTS = "rustmend.previewingParts";

interface Shown {
  readonly title: string;
  readonly edit: WorkspaceEdit;
  readonly documents: ReadonlyMap<TextDocument, number>;
  /** What the files hold after all of it. */
  readonly after: ReadonlyMap<Uri, string>;
}

interface Side {
  readonly file: Uri;
  readonly before: Uri;
  readonly after: Uri;
}

export class Preview implements Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new EventEmitter<Uri>();
  private readonly subscriptions: Disposable;
  private shown: Shown | undefined;

  constructor() {
    const text = (uri: Uri): string => this.texts.get(uri.toString()) ?? "";
    this.subscriptions = Disposable.from(
      this.changed,
      workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: this.changed.event,
        provideTextDocumentContent: text,
      }),
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some((tab) => this.isOurs(tab))) {
          void this.forget();
        }
      }),
    );
  }

  /** Show what `edit` would change. Nothing is changed before the user agrees. */
  async show(edit: WorkspaceEdit, title: string): Promise<void> {
    await this.discard();
    const documents = new Map<TextDocument, number>();
    const sides: Side[] = [];
    const results = new Map<Uri, string>();
    for (const [uri, edits] of edit.entries()) {
      const document = await existing(uri);
      const text = document?.getText() ?? "";
      if (document !== undefined) {
        documents.set(document, document.version);
      }
      const offsets = edits.map(({ range, newText }) => ({
        start: document?.offsetAt(range.start) ?? 0,
        end: document?.offsetAt(range.end) ?? 0,
        text: newText,
      }));
      const result = edited(text, offsets);
      results.set(uri, result);
      const after = this.side(uri, "after", result);
      sides.push({ file: uri, before: document ? uri : this.side(uri, "before", ""), after });
    }
    this.shown = { title, edit, documents, after: results };
    const [first, ...others] = sides;
    if (first !== undefined && others.length === 0) {
      await commands.executeCommand("vscode.diff", first.before, first.after, title);
    } else {
      const resources = sides.map(({ file, before, after }) => [file, before, after]);
      await commands.executeCommand("vscode.changes", title, resources);
    }
    const changes = edit.entries().flatMap(([, edits]) => edits);
    const hasParts = changes.length > 1 && documents.size === sides.length;
    await commands.executeCommand("setContext", CONTEXT_PARTS, hasParts);
    await commands.executeCommand("setContext", CONTEXT, true);
  }

  /** Make the changes that are shown. */
  async apply(): Promise<void> {
    const shown = await this.taken();
    if (shown !== undefined) {
      await workspace.applyEdit(shown.edit, { isRefactoring: true });
    }
  }

  /** Let the user tick which of the changes are made, and check what that leads to. */
  async chooseParts(): Promise<void> {
    const shown = await this.taken();
    if (shown === undefined) {
      return;
    }
    const applied = await workspace.applyEdit(annotated(shown), { isRefactoring: true });
    if (applied && !(await isWhole(shown))) {
      void window.showInformationMessage("rustmend: only a part was made; it is being checked.");
      await commands.executeCommand("rustmend.recheck");
    }
  }

  /** Close the diff, and change nothing. */
  async discard(): Promise<void> {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    const ours = tabs.filter((tab) => this.isOurs(tab));
    await this.forget();
    await window.tabGroups.close(ours);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Close the diff and return what it showed, where it still fits. */
  private async taken(): Promise<Shown | undefined> {
    const { shown } = this;
    await this.discard();
    const documents = [...(shown?.documents ?? [])];
    if (documents.some(([document, version]) => document.version !== version)) {
      void window.showInformationMessage(
        "rustmend: the text has changed meanwhile; please try again.",
      );
      return undefined;
    }
    return shown;
  }

  private isOurs(tab: Tab): boolean {
    // a diff of several files has their number behind its title
    return this.shown !== undefined && tab.label.startsWith(this.shown.title);
  }

  private async forget(): Promise<void> {
    this.shown = undefined;
    this.texts.clear();
    await commands.executeCommand("setContext", CONTEXT, false);
  }

  private side(file: Uri, query: string, text: string): Uri {
    const uri = file.with({ scheme: SCHEME, query });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    return uri;
  }
}

/** The same edit, which the editor asks about change by change. */
function annotated({ title, edit }: Shown): WorkspaceEdit {
  const asked = new WorkspaceEdit();
  for (const [uri, edits] of edit.entries()) {
    const note = {
      label: title,
      description: "verified together: parts of it are checked once they are made",
      needsConfirmation: true,
    };
    for (const { range, newText } of edits) {
      asked.replace(uri, range, newText, note);
    }
  }
  return asked;
}

/** Whether the files hold now what all of the fix would make of them. */
async function isWhole({ after }: Shown): Promise<boolean> {
  const files = [...after].map(
    async ([uri, text]) => (await workspace.openTextDocument(uri)).getText() === text,
  );
  return (await Promise.all(files)).every(Boolean);
}

/** The document of a file, unless the fix makes that file. */
async function existing(uri: Uri): Promise<TextDocument | undefined> {
  try {
    await workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
  return workspace.openTextDocument(uri);
}
