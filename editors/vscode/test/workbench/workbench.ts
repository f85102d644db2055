/**
 * The real workbench: VS Code's server with throw-away folders, opened in headless Chromium.
 *
 * Programs come from the environment: CODE_SERVER (the folder that install-code-server.sh made),
 * CHROMIUM, RUST_ANALYZER, RUSTMEND.
 */

import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Browser, type Page, type Request } from "playwright-core";

const START_MS = 120_000;

export interface Options {
  readonly settings?: Record<string, unknown>;
  /** Whether every workspace is trusted without asking. */
  readonly trusted?: boolean;
  /** Extensions to install, as folders. */
  readonly extensions?: readonly string[];
  /** An extension to install as a user does, from its package. */
  readonly vsix?: string;
  /** Variables for everything that the workbench starts. */
  readonly variables?: Readonly<Record<string, string>>;
}

export class Workbench {
  private constructor(
    private readonly code: ChildProcess,
    private readonly browser: Browser,
    readonly origin: string,
    /** A folder that goes away with the workbench. */
    readonly folder: string,
    /** Hosts other than this machine that were asked for anything. */
    readonly outside: Set<string>,
  ) {}

  static async start({
    settings = {},
    trusted = true,
    extensions = [],
    vsix,
    variables = {},
  }: Options): Promise<Workbench> {
    const folder = mkdtempSync(join(tmpdir(), "rustmend é "));
    const user = join(folder, "user");
    // in a remote window, which this is, settings about the machine count from its own file alone;
    // the user's are believed only until the extension has said which those are
    for (const kind of ["User", "Machine"]) {
      mkdirSync(join(user, kind), { recursive: true });
      writeFileSync(join(user, kind, "settings.json"), JSON.stringify({ ...QUIET, ...settings }));
    }
    installExtensions(join(folder, "extensions"), extensions);
    const program = join(needed("CODE_SERVER"), "bin", "vscode-server");
    if (vsix !== undefined) {
      execFileSync(
        program,
        [
          ...["--install-extension", vsix, "--accept-server-license-terms"],
          ...["--server-data-dir", join(folder, "server"), "--user-data-dir", user],
          ...["--extensions-dir", join(folder, "extensions")],
        ],
        { stdio: "pipe", env: environment(folder) },
      );
    }
    const port = await freePort();
    const code = spawn(
      program,
      [
        ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
        ...["--accept-server-license-terms", "--enable-smoke-test-driver"],
        // what a login shell would set is none of the tests'
        "--force-disable-user-env",
        ...(trusted ? ["--disable-workspace-trust"] : []),
        ...["--telemetry-level", "off", "--server-data-dir", join(folder, "server")],
        ...["--user-data-dir", user, "--extensions-dir", join(folder, "extensions")],
      ],
      // a group of its own, so that everything it starts ends with it
      {
        detached: true,
        stdio: process.env["VERBOSE"] ? "inherit" : "ignore",
        env: { ...environment(folder), ...variables },
      },
    );
    const origin = `http://127.0.0.1:${port}`;
    await answering(origin);
    const browser = await chromium.launch({ executablePath: needed("CHROMIUM"), args: CHROMIUM });
    return new Workbench(code, browser, origin, folder, new Set());
  }

  /** Open a folder, and a file of it. */
  async open(folder: string, file?: string, payload: readonly string[][] = []): Promise<Page> {
    const page = await this.page();
    await page.goto(this.url(folder, file, payload), { waitUntil: "domcontentloaded" });
    await page.waitForSelector(".monaco-workbench", { timeout: START_MS });
    if (file !== undefined) {
      await page.waitForSelector(".monaco-editor .view-line", { timeout: START_MS });
    }
    return page;
  }

  /** A page that shows nothing yet. */
  async page(): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1120, height: 700 },
      deviceScaleFactor: 1.5,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on("requestfailed", (request) => {
      // a webview that is closed while its service worker answers breaks the request off
      if (!isWebviewResource(request) || request.failure()?.errorText !== "net::ERR_ABORTED") {
        this.noteOutside(request);
      }
    });
    page.on("response", (response) => {
      // the resources of a webview have made-up hosts, and its service worker answers for them
      if (!response.fromServiceWorker()) {
        this.noteOutside(response.request());
      }
    });
    return page;
  }

  url(folder: string, file?: string, payload: readonly string[][] = []): string {
    const url = new URL(this.origin);
    url.searchParams.set("folder", folder);
    const open =
      file === undefined ? [] : [["openFile", `vscode-remote://${url.host}${encodeURI(file)}`]];
    url.searchParams.set("payload", JSON.stringify([["skipWelcome", "true"], ...open, ...payload]));
    return url.href;
  }

  private noteOutside(request: Request): void {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && !LOOPBACK.includes(hostname)) {
      this.outside.add(hostname);
    }
  }

  async stop(): Promise<void> {
    await this.browser.close();
    if (this.code.pid !== undefined && this.code.exitCode === null) {
      const ended = new Promise((resolve) => this.code.once("exit", resolve));
      process.kill(-this.code.pid, "SIGTERM");
      await Promise.race([ended, sleep(5_000)]);
      endGroup(this.code.pid);
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A tool of the tests, by the variable that names it. */
export function needed(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run these tests with pytest, which finds the tools`);
  }
  return value;
}

const LOOPBACK = ["127.0.0.1", "localhost"];

const CHROMIUM = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

const QUIET = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.startupPrompt": "never",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.commandCenter": false,
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.layoutControl.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

function environment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // an empty gallery: the workbench asks no marketplace
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: "" }),
    XDG_CACHE_HOME: join(folder, "cache"),
    XDG_CONFIG_HOME: join(folder, "config"),
    XDG_DATA_HOME: join(folder, "data"),
    XDG_STATE_HOME: join(folder, "state"),
  };
}

function installExtensions(to: string, folders: readonly string[]): void {
  mkdirSync(to, { recursive: true });
  for (const [index, folder] of folders.entries()) {
    copyExtension(folder, join(to, `extension-${index}`));
  }
}

/** Copy what would be in the `.vsix` of an extension, and little more. */
export function copyExtension(from: string, to: string): void {
  const without = ["node_modules", "out", "test"].map((name) => join(from, name));
  cpSync(from, to, { recursive: true, filter: (path) => !without.includes(path) });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function answering(origin: string): Promise<void> {
  const limit = Date.now() + START_MS;
  for (;;) {
    try {
      await fetch(origin);
      return;
    } catch (error) {
      if (Date.now() > limit) {
        throw error;
      }
      await sleep(100);
    }
  }
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // all of it has ended
  }
}

/** The folder of this extension, from a bundled test. */
export const EXTENSION = dirname(dirname(__dirname));

function isWebviewResource(request: Request): boolean {
  return new URL(request.url()).hostname.endsWith(".vscode-resource.vscode-cdn.net");
}
