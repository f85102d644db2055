/** Make an environment of the extension's own, and install the server's wheel into it. */

import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Run } from "./run";

const WINDOWS = process.platform === "win32";
const OLDEST_PYTHON = "3.11";
const PYTHONS = WINDOWS
  ? ["py", "python"]
  : ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"];

export interface Installation {
  /** The folder to make; what is in it is replaced. */
  readonly folder: string;
  /** The server's wheel. */
  readonly wheel: string;
  readonly run: Run;
  readonly report: (step: string) => void;
  readonly signal: AbortSignal;
}

/** The environment could not be made; the message says what the user can do. */
export class InstallError extends Error {
  override readonly name = "InstallError";
}

/**
 * Make the environment, with uv where it is there and with venv elsewhere.
 * Rejects with an `InstallError`; a folder that was not finished has no server as far as
 * `installedServer` is concerned.
 */
export async function install(installation: Installation): Promise<void> {
  const { folder, run, signal } = installation;
  await rm(folder, { recursive: true, force: true });
  const uv = await run("uv", ["--version"], { signal });
  if (uv.status === 0) {
    await installWithUv(installation);
  } else {
    await installWithVenv(installation);
  }
  await writeFile(join(folder, MARKER), "");
}

/** The server in an environment that was finished. */
export function installedServer(folder: string): string | undefined {
  return existsSync(join(folder, MARKER)) ? join(folder, BIN, executable("rustmend")) : undefined;
}

const MARKER = "finished";
const BIN = WINDOWS ? "Scripts" : "bin";

function executable(name: string): string {
  return WINDOWS ? `${name}.exe` : name;
}

async function installWithUv(installation: Installation): Promise<void> {
  const { folder, wheel, report } = installation;
  report("making an environment with uv");
  await step(installation, "uv", ["venv", "--python", `>=${OLDEST_PYTHON}`, folder]);
  report("installing the server");
  const python = join(folder, BIN, executable("python"));
  await step(installation, "uv", ["pip", "install", "--python", python, wheel]);
}

async function installWithVenv(installation: Installation): Promise<void> {
  const { folder, wheel, report } = installation;
  report("looking for Python");
  const python = await findPython(installation);
  report("making an environment");
  await step(installation, python, ["-m", "venv", folder]);
  report("installing the server");
  const pip = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", wheel];
  await step(installation, join(folder, BIN, executable("python")), pip);
}

async function findPython({ run, signal }: Installation): Promise<string> {
  for (const command of PYTHONS) {
    const { status, stdout } = await run(command, ["--version"], { signal });
    const [, major, minor] = /^Python (\d+)\.(\d+)/.exec(stdout) ?? [];
    if (status === 0 && Number(major) === 3 && Number(minor) >= 11) {
      return command;
    }
  }
  throw new InstallError(
    `rustmend needs Python ${OLDEST_PYTHON} or newer, and none was found. Install it, or uv, and try again.`,
  );
}

async function step(
  { run, signal }: Installation,
  command: string,
  args: readonly string[],
): Promise<void> {
  const { status, stdout, stderr } = await run(command, args, { signal });
  if (status !== 0) {
    throw new InstallError(reason(basename(command), `${stdout}\n${stderr}`));
  }
}

function reason(program: string, output: string): string {
  // Debian and Ubuntu ship venv apart from Python
  const missing = /apt install (python3\S*-venv)/.exec(output)?.[1];
  if (missing !== undefined || output.includes("No module named venv")) {
    return `This Python lacks venv. Run “sudo apt install ${missing ?? "python3-venv"}”, then try again.`;
  }
  const last = output.trim().split("\n").at(-1)?.trim();
  return last ? `${program}: ${last}` : `${program} failed.`;
}
