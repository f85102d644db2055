/** Run a program to its end. */

import { execFile } from "node:child_process";

export interface Ended {
  /** The exit status; `undefined` where the program could not be started or was stopped. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Limits {
  readonly signal?: AbortSignal;
  /** Milliseconds. */
  readonly timeout?: number;
}

export type Run = (command: string, args: readonly string[], limits?: Limits) => Promise<Ended>;

/** Never rejects: a program that cannot be started has no status and says why on `stderr`. */
export const run: Run = (command, args, limits = {}) =>
  new Promise((resolve) => {
    const options = { ...limits, encoding: "utf8", windowsHide: true } as const;
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error === null) {
        resolve({ status: 0, stdout, stderr });
      } else if (typeof error.code === "number") {
        resolve({ status: error.code, stdout, stderr });
      } else {
        resolve({ status: undefined, stdout, stderr: stderr || error.message });
      }
    });
    // a program that asks something must not wait for an answer
    child.stdin?.end();
  });
