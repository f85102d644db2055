/**
 * The changes of a fix as a diff, with two buttons: all of it, or nothing.
 *
 * VS Code's own refactor preview would take the fix apart, each change with a box to tick, none
 * ticked: what is left after such a choice has not been verified.
 */

import { commands, Disposable, EventEmitter, Uri, window, workspace } from "vscode";
import type { Tab, TextDocument, WorkspaceEdit } from "vscode";
import { edited } from "./edits";

const SCHEME = "rustmend-fix";
// the title bar of the diff shows the buttons while this is set
const CONTEXT = "rustmend.previewing";

interface Shown {
  readonly title: string;
  readonly edit: WorkspaceEdit;
  readonly documents: ReadonlyMap<TextDocument, number>;
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
      const after = this.side(uri, "after", edited(text, offsets));
      sides.push({ file: uri, before: document ? uri : this.side(uri, "before", ""), after });
    }
    this.shown = { title, edit, documents };
    const [first, ...others] = sides;
    if (first !== undefined && others.length === 0) {
      await commands.executeCommand("vscode.diff", first.before, first.after, title);
    } else {
      const resources = sides.map(({ file, before, after }) => [file, before, after]);
      await commands.executeCommand("vscode.changes", title, resources);
    }
    await commands.executeCommand("setContext", CONTEXT, true);
  }

  /** Make the changes that are shown. */
  async apply(): Promise<void> {
    const { shown } = this;
    await this.discard();
    if (shown === undefined) {
      return;
    }
    if ([...shown.documents].some(([document, version]) => document.version !== version)) {
      void window.showInformationMessage(
        "rustmend: the text has changed meanwhile; please try again.",
      );
      return;
    }
    await workspace.applyEdit(shown.edit, { isRefactoring: true });
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

/** The document of a file, unless the fix makes that file. */
async function existing(uri: Uri): Promise<TextDocument | undefined> {
  try {
    await workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
  return workspace.openTextDocument(uri);
}
