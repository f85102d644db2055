/** The language client: how the server is started, and what is ours to decide of its requests. */

import { commands, Uri, window, workspace } from "vscode";
import {
  CancellationToken,
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  type ClientCapabilities,
  type Middleware,
  type ShowDocumentResult,
  type StaticFeature,
} from "vscode-languageclient/node";
import { question } from "./commands/questions";
import { place, rustEditor } from "./cursor";
import type { Channels } from "./log";
import { ProgressNotifications } from "./progress";
import type { Server } from "./server/find";
import { serverSettings, type Values } from "./settings";

/** Commands of the server that the extension carries out itself, by their names. */
export type OwnCommands = Readonly<Record<string, () => Promise<unknown>>>;

export interface ClientParts {
  readonly server: Server;
  readonly channels: Channels;
  /** The server's settings, by dotted name without the section. */
  readonly settingNames: readonly string[];
  readonly ownCommands: OwnCommands;
  /** The server ended without being asked to. */
  readonly onCrash: () => void;
}

export function makeClient({
  server,
  channels,
  settingNames,
  ownCommands,
  onCrash,
}: ClientParts): LanguageClient {
  const progress = new ProgressNotifications();
  const middleware: Middleware = {
    executeCommand: async (command, args, next) => {
      try {
        const own = ownCommands[command];
        if (own !== undefined) {
          return await own();
        }
        const known = args.length > 0 ? args : await argumentsOf(command);
        return known === undefined ? undefined : ((await next(command, known)) as unknown);
      } catch (error) {
        void window.showInformationMessage(`rustmend: ${messageOf(error)}.`);
        return undefined;
      }
    },
    handleWorkDoneProgress: (token, value) => progress.handle(client, token, value),
    window: {
      showDocument: async (params, next) => {
        const shown = Uri.parse(params.uri);
        if (!shown.path.endsWith(".md")) {
          return (await next(params, CancellationToken.None)) as ShowDocumentResult;
        }
        await commands.executeCommand("markdown.showPreviewToSide", shown);
        return { success: true };
      },
    },
    workspace: {
      configuration: ({ items }) =>
        items.map(({ section }) => (section === "rustmend" ? settings(settingNames) : null)),
    },
  };
  const client = new QuietClient(
    "rustmend",
    "rustmend",
    { command: server.command, args: [...server.args, "lsp"] },
    {
      documentSelector: [{ scheme: "file", language: "rust" }],
      initializationOptions: settings(settingNames),
      outputChannel: channels.server,
      traceOutputChannel: channels.trace,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      markdown: { supportHtml: true },
      middleware,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          progress.clear();
          onCrash();
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    },
  );
  client.registerFeature(new Folding());
  return client;
}

/**
 * From the palette a command comes without arguments: it is about where the user is, or about what
 * the user says now; undefined where that is nothing.
 */
async function argumentsOf(command: string): Promise<object[] | undefined> {
  if (command === "rustmend.ask") {
    const asked = await question();
    return asked === undefined ? undefined : [asked];
  }
  const editor = command === "rustmend.explain" ? rustEditor() : undefined;
  return editor === undefined ? [] : [place(editor)];
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
}

function settings(names: readonly string[]): Values {
  const ours = workspace.getConfiguration("rustmend");
  return serverSettings(names, ours, workspace.getConfiguration("rust-analyzer"));
}

/** Failures are told once, by the session, in words that say what to do. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** VS Code shows folded parts of a hover; vscode-languageclient does not say so. */
class Folding implements StaticFeature {
  fillClientCapabilities({ general }: ClientCapabilities): void {
    general?.markdown?.allowedTags?.push("details", "summary");
  }
  initialize(): void {
    // nothing to set up
  }
  getState(): { kind: "static" } {
    return { kind: "static" };
  }
  clear(): void {
    // nothing to take down
  }
}
