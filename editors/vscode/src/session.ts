/** The server's life: found, started, started again, stopped. */

import { commands, EventEmitter, window, workspace, type Disposable } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { Backoff } from "./backoff";
import { makeClient, type OwnCommands } from "./client";
import type { Channels } from "./log";
import { statusNotification, type Status } from "./protocol";
import { Queue } from "./queue";
import { sameSeries, type Search, type Server } from "./server/find";

/** What there is to see of the server. */
export type View =
  | { readonly kind: "untrusted" | "starting" | "missing" | "stopped" }
  | { readonly kind: "failed"; readonly problem: string }
  | { readonly kind: "running"; readonly server: Server; readonly status: Status };

export interface SessionParts {
  readonly version: string;
  readonly channels: Channels;
  readonly settingNames: readonly string[];
  readonly ownCommands: OwnCommands;
  readonly find: () => Promise<Search>;
  readonly offerInstall: () => void;
}

const BEGINNING: Status = { state: "starting", errors: 0, verified: 0, message: "" };
const CONTEXT_RUNNING = "rustmend.running";
// one key for each command that the running server has: menus ask for it
const CONTEXT_CAN = "rustmend.can.";

export class Session implements Disposable {
  private readonly changed = new EventEmitter<View>();
  readonly onChange = this.changed.event;
  private readonly queue = new Queue(() => this.replace());
  private readonly backoff = new Backoff();
  private readonly told = new Set<string>();
  private current: LanguageClient | undefined;
  private delayed: NodeJS.Timeout | undefined;
  private seen: View = { kind: "stopped" };
  private abilities: readonly string[] = [];

  constructor(private readonly parts: SessionParts) {}

  get view(): View {
    return this.seen;
  }

  /** The client of the running server. */
  get client(): LanguageClient | undefined {
    return this.current?.isRunning() === true ? this.current : undefined;
  }

  /** Whether the running server has this command, named without `rustmend.`. */
  can(command: string): boolean {
    return this.abilities.includes(command);
  }

  /** Start the server, or end the one that runs and start another. Never rejects. */
  restart(): Promise<void> {
    this.backoff.reset();
    return this.queue.run();
  }

  /** End the server. */
  async stop(): Promise<void> {
    clearTimeout(this.delayed);
    const client = this.current;
    this.current = undefined;
    await this.offer([]);
    if (client?.isRunning() === true) {
      await client.stop().catch((error: unknown) => this.parts.channels.client.warn(String(error)));
    }
    await client?.dispose().catch(() => undefined);
  }

  dispose(): void {
    clearTimeout(this.delayed);
    this.changed.dispose();
  }

  private async replace(): Promise<void> {
    const { channels, find, offerInstall } = this.parts;
    await this.stop();
    if (!workspace.isTrusted) {
      this.show({ kind: "untrusted" });
      return;
    }
    this.show({ kind: "starting" });
    const search = await find();
    if (search.kind === "missing") {
      channels.client.warn("no server was found");
      this.show({ kind: "missing" });
      offerInstall();
    } else if (search.kind === "broken") {
      this.fail(`rustmend.path is ${search.command}, which cannot be used: ${search.problem}`);
    } else {
      await this.launch(search.server);
    }
  }

  private async launch(server: Server): Promise<void> {
    const { channels, settingNames, ownCommands } = this.parts;
    const { command, args, origin } = server;
    channels.client.info(
      `rustmend ${server.version} from ${origin}: ${[command, ...args].join(" ")}`,
    );
    const client = makeClient({
      server,
      channels,
      settingNames,
      ownCommands,
      onCrash: () => {
        // one that is not current was stopped on purpose
        if (client === this.current) {
          this.crashed();
        }
      },
    });
    this.current = client;
    client.onNotification(statusNotification, (status) => {
      if (client === this.current) {
        this.show({ kind: "running", server, status });
      }
    });
    try {
      await client.start();
    } catch (error) {
      channels.client.error(`the server did not start: ${String(error)}`);
      if (client === this.current) {
        this.current = undefined;
        this.fail(
          `the server did not start: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      return;
    }
    if (client !== this.current) {
      // it was stopped, or ended, while it started
      return;
    }
    if (this.seen.kind !== "running") {
      this.show({ kind: "running", server, status: BEGINNING });
    }
    await this.offer(client.initializeResult?.capabilities.executeCommandProvider?.commands ?? []);
    this.compare(server);
  }

  private crashed(): void {
    const delay = this.backoff.crashed();
    this.current = undefined;
    void this.offer([]);
    if (delay === undefined) {
      this.fail("the server ended several times in a row");
      return;
    }
    this.parts.channels.client.warn(
      `the server ended by itself; it is started again in ${delay} ms`,
    );
    this.show({ kind: "starting" });
    this.delayed = setTimeout(() => void this.queue.run(), delay);
  }

  private fail(problem: string): void {
    const { channels } = this.parts;
    channels.client.error(problem);
    this.show({ kind: "failed", problem });
    void window.showErrorMessage(`rustmend: ${problem}.`, "Restart", "Show Log").then((choice) => {
      if (choice === "Restart") {
        return this.restart();
      }
      if (choice === "Show Log") {
        channels.client.show();
      }
      return undefined;
    });
  }

  private compare(server: Server): void {
    const { version } = this.parts;
    if (sameSeries(version, server.version) || this.told.has(server.version)) {
      return;
    }
    this.told.add(server.version);
    void window.showWarningMessage(
      `rustmend: the extension is ${version}, but the server from ${server.origin} is ${server.version}. ` +
        "Update the older one, or some things may not work.",
    );
  }

  /** Let menus have what the server can do. */
  private async offer(names: readonly string[]): Promise<void> {
    const before = this.abilities;
    this.abilities = names.map((name) => name.replace(/^rustmend\./, ""));
    const keys = new Set([...before, ...this.abilities]);
    await Promise.all([
      commands.executeCommand("setContext", CONTEXT_RUNNING, names.length > 0),
      ...[...keys].map((name) =>
        commands.executeCommand("setContext", CONTEXT_CAN + name, this.can(name)),
      ),
    ]);
  }

  private show(view: View): void {
    this.seen = view;
    this.changed.fire(view);
  }
}
