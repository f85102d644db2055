/** Find the server: the setting, the chosen Python interpreter, PATH, our own environment. */

import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { Run } from "./run";

export type Origin =
  "the setting rustmend.path" | "the Python interpreter" | "PATH" | "its own environment";

export interface Server {
  readonly command: string;
  readonly args: readonly string[];
  readonly version: string;
  readonly origin: Origin;
}

/** Where the server may be. What is absent or empty is passed over. */
export interface Places {
  readonly setting?: string | undefined;
  /** The path of the Python interpreter that the user chose. */
  readonly interpreter?: string | undefined;
  /** The value of PATH. */
  readonly searchPath?: string | undefined;
  /** The `rustmend` of the environment that the extension made. */
  readonly own?: string | undefined;
}

export type Search =
  | { readonly kind: "found"; readonly server: Server }
  | { readonly kind: "missing" }
  /** The user named a server, and it does not run: another one would not be what they asked for. */
  | { readonly kind: "broken"; readonly command: string; readonly problem: string };

interface Attempt {
  readonly command: string;
  readonly args: readonly string[];
  readonly origin: Origin;
}

const PROGRAM = process.platform === "win32" ? "rustmend.exe" : "rustmend";
// a cold Python on a slow disk
const TIMEOUT_MS = 30_000;

export async function findServer(places: Places, run: Run): Promise<Search> {
  if (places.setting) {
    const command = expandHome(places.setting);
    const outcome = await probe({ command, args: [], origin: "the setting rustmend.path" }, run);
    return typeof outcome === "string"
      ? { kind: "broken", command, problem: outcome }
      : { kind: "found", server: outcome };
  }
  for (const attempt of attempts(places)) {
    const outcome = await probe(attempt, run);
    if (typeof outcome !== "string") {
      return { kind: "found", server: outcome };
    }
  }
  return { kind: "missing" };
}

/** Whether an extension and a server of these versions were made for each other. */
export function sameSeries(one: string, other: string): boolean {
  const series = (version: string): string => version.split(".").slice(0, 2).join(".");
  return series(one) === series(other);
}

function* attempts(places: Places): Generator<Attempt> {
  const { interpreter, searchPath, own } = places;
  if (interpreter) {
    const origin = "the Python interpreter";
    const beside = join(dirname(interpreter), PROGRAM);
    if (existsSync(beside)) {
      yield { command: beside, args: [], origin };
    } else {
      yield { command: interpreter, args: ["-m", "rustmend"], origin };
    }
  }
  for (const folder of (searchPath ?? "").split(delimiter)) {
    const command = join(folder, PROGRAM);
    if (folder && existsSync(command)) {
      yield { command, args: [], origin: "PATH" };
    }
  }
  if (own && existsSync(own)) {
    yield { command: own, args: [], origin: "its own environment" };
  }
}

/** Return the server, or what is wrong with it. */
async function probe(attempt: Attempt, run: Run): Promise<Server | string> {
  const { status, stdout, stderr } = await run(attempt.command, [...attempt.args, "--version"], {
    timeout: TIMEOUT_MS,
  });
  const version = /^rustmend,? (?:version )?(\d+\.\d+\S*)/m.exec(stdout)?.[1];
  if (status === 0 && version !== undefined) {
    return { ...attempt, version };
  }
  if (status === 0) {
    return "its --version says nothing of rustmend";
  }
  const last = stderr.trim().split("\n").at(-1);
  return [status === undefined ? "" : `it ended with status ${status}`, last]
    .filter(Boolean)
    .join(": ");
}

function expandHome(path: string): string {
  return path.replace(/^~(?=[/\\]|$)/, homedir());
}
