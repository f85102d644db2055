/** rustmend beside rust-analyzer: the parts, wired together. */

import { commands, workspace, type ExtensionContext } from "vscode";
import { DidChangeConfigurationNotification } from "vscode-languageclient/node";
import { fixAll, previewFix } from "./commands/fixes";
import { OwnEnvironment } from "./commands/install";
import { showMenu } from "./commands/menu";
import { pause } from "./commands/pause";
import { showPastFixes } from "./commands/pastFixes";
import { generateProject } from "./commands/questions";
import { Channels } from "./log";
import { Preview } from "./preview";
import { findServer } from "./server/find";
import { chosenInterpreter } from "./server/interpreter";
import { run } from "./server/run";
import { Session } from "./session";
import { showStatus } from "./statusItem";

interface Manifest {
  readonly version: string;
  readonly contributes: {
    readonly configuration: readonly { readonly title: string; readonly properties: object }[];
  };
}

let session: Session | undefined;

/** Return the session, which the extension's tests look at. */
export function activate(context: ExtensionContext): Session {
  const manifest = context.extension.packageJSON as Manifest;
  const channels = new Channels();
  const environment = new OwnEnvironment(context, channels);
  const preview = new Preview();
  const restart = (): Promise<void> => started.restart();
  const started: Session = new Session({
    version: manifest.version,
    channels,
    settingNames: serverSettingNames(manifest),
    // a preview, questions and opening a folder are the editor's part
    ownCommands: {
      "rustmend.fixAll": () => fixAll(started, preview),
      "rustmend.pause": async () => started.client && pause(started.client),
      "rustmend.generate": async () => started.client && generateProject(started.client),
    },
    find: () =>
      findServer(
        {
          setting: workspace.getConfiguration("rustmend").get<string>("path"),
          interpreter: chosenInterpreter(),
          searchPath: process.env["PATH"],
          own: environment.server,
        },
        run,
      ),
    offerInstall: () => environment.offer(restart),
  });
  session = started;

  const command = (name: string, call: () => unknown): void => {
    context.subscriptions.push(commands.registerCommand(`rustmend.${name}`, call));
  };
  command("menu", () => showMenu(started));
  command("restart", restart);
  command("install", () => environment.make(restart));
  command("previewFix", () => previewFix(started, preview));
  command("applyPreviewed", () => preview.apply());
  command("choosePartsOfPreviewed", () => preview.chooseParts());
  command("discardPreviewed", () => preview.discard());
  command("pastFixes", () => started.client && showPastFixes(started.client));
  command("showLog", () => channels.client.show());
  command("showServerLog", () => channels.server.show());

  context.subscriptions.push(
    channels,
    preview,
    started,
    showStatus(started),
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("rustmend.path")) {
        void restart();
      } else if (event.affectsConfiguration("rust-analyzer")) {
        // ours follow from these, and the server only hears of its own section
        void started.client?.sendNotification(DidChangeConfigurationNotification.type, {
          settings: null,
        });
      }
    }),
  );
  void restart();
  return started;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}

/** The settings that are the server's have a heading of their own in the manifest. */
function serverSettingNames({ contributes }: Manifest): string[] {
  return contributes.configuration
    .filter(({ title }) => title === "Server")
    .flatMap(({ properties }) => Object.keys(properties))
    .map((name) => name.replace(/^rustmend\./, ""));
}
