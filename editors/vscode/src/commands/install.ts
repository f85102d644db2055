/** Install the server that came with the extension, because the user asked for it. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ProgressLocation, Uri, commands, env, window, type ExtensionContext } from "vscode";
import type { Channels } from "../log";
import { install, InstallError, installedServer } from "../server/install";
import { run, type Run } from "../server/run";

/** Where the extension keeps the environment that it makes: one for each of its versions. */
export class OwnEnvironment {
  private readonly folder: string;
  private readonly wheels: string;
  private asked = false;

  constructor(
    context: ExtensionContext,
    private readonly channels: Channels,
  ) {
    const { version } = context.extension.packageJSON as { version: string };
    this.folder = Uri.joinPath(context.globalStorageUri, `server-${version}`).fsPath;
    this.wheels = context.asAbsolutePath("wheel");
  }

  /** Its `rustmend`, if it was made. */
  get server(): string | undefined {
    return installedServer(this.folder);
  }

  /** Say, once, that there is no server, with buttons that change it. */
  offer(onInstalled: () => Promise<void>): void {
    if (this.asked) {
      return;
    }
    this.asked = true;
    void window
      .showWarningMessage(
        "rustmend's server is not installed. It needs Python 3.11 or newer, and is put where only this extension uses it.",
        "Install",
        "Choose a Path",
        "How To",
      )
      .then(async (choice) => {
        if (choice === "Install") {
          await this.make(onInstalled);
        } else if (choice === "Choose a Path") {
          await commands.executeCommand("workbench.action.openSettings", "rustmend.path");
        } else if (choice === "How To") {
          await commands.executeCommand(
            "workbench.action.openWalkthrough",
            "rustmend.rustmend#start",
          );
        }
      });
  }

  /** Make the environment, with progress; call back once the server is there. */
  async make(onInstalled: () => Promise<void>): Promise<void> {
    const wheel = this.wheel();
    if (wheel === undefined) {
      void window.showErrorMessage(
        "rustmend: this build of the extension came without the server. Install the server as its README says, or set rustmend.path.",
      );
      return;
    }
    const problem = await window.withProgress(
      { location: ProgressLocation.Notification, title: "rustmend", cancellable: true },
      async (progress, cancellation) => {
        const stop = new AbortController();
        cancellation.onCancellationRequested(() => stop.abort());
        try {
          await install({
            folder: this.folder,
            wheel,
            run: this.logged,
            report: (step) => progress.report({ message: step }),
            signal: stop.signal,
          });
          return undefined;
        } catch (error) {
          return stop.signal.aborted ? "" : this.explain(error);
        }
      },
    );
    if (problem === undefined) {
      await onInstalled();
    } else if (problem) {
      await this.complain(problem, onInstalled);
    }
  }

  private wheel(): string | undefined {
    try {
      const found = readdirSync(this.wheels).find((name) => name.endsWith(".whl"));
      return found === undefined ? undefined : join(this.wheels, found);
    } catch {
      // an extension that was built without it
      return undefined;
    }
  }

  private readonly logged: Run = async (command, args, limits) => {
    const { client } = this.channels;
    client.info([command, ...args].join(" "));
    const ended = await run(command, args, limits);
    client.info([ended.stdout, ended.stderr].join("\n").trim());
    return ended;
  };

  private explain(error: unknown): string {
    this.channels.client.error(String(error));
    return error instanceof InstallError
      ? error.message
      : `The server was not installed: ${String(error)}`;
  }

  private async complain(problem: string, onInstalled: () => Promise<void>): Promise<void> {
    const line = /“(sudo [^”]+)”/.exec(problem)?.[1];
    const choice = await window.showErrorMessage(
      `rustmend: ${problem}`,
      "Try Again",
      ...(line === undefined ? [] : ["Copy Command"]),
      "Show Log",
    );
    if (choice === "Try Again") {
      await this.make(onInstalled);
    } else if (choice === "Copy Command" && line !== undefined) {
      await env.clipboard.writeText(line);
    } else if (choice === "Show Log") {
      this.channels.client.show();
    }
  }
}
