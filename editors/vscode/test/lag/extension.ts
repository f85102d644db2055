/** Writes down how late the extension host's event loop is, all the time: LAGS names the file. */

import { appendFileSync } from "node:fs";

const TICK_MS = 2;
const WRITE_EVERY = 500;

export function activate(): void {
  const file = process.env["LAGS"];
  if (file === undefined) {
    return;
  }
  let last = performance.now();
  let seen: string[] = [];
  setInterval(() => {
    const now = performance.now();
    seen.push(`${Date.now()} ${Math.max(0, now - last - TICK_MS).toFixed(3)}`);
    last = now;
    if (seen.length === WRITE_EVERY) {
      appendFileSync(file, seen.join("\n") + "\n");
      seen = [];
      // writing is none of what is measured
      last = performance.now();
    }
  }, TICK_MS);
}
