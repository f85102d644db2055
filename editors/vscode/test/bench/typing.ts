/**
 * Types into a crate right after a save that broke it, and measures keys and the extension host.
 *
 * node out/bench/typing.js CRATE RESULT [with]: beside rust-analyzer, and rustmend where it says
 * so. RESULT gets the milliseconds from each key to the next painted frame, and how late the
 * extension host's event loop was meanwhile.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Editor } from "../workbench/editor";
import { EXTENSION, needed, Workbench } from "../workbench/workbench";

const KEYS = 300;
const GAP_MS = 20;
const QUIET_MS = 8_000;
const PATIENCE_MS = 180_000;

async function main(crate: string, result: string, which: string): Promise<void> {
  const ours = which === "with";
  const lags = `${result}.lags`;
  const progress = `${result}.progress`;
  const workbench = await Workbench.start({
    settings: { "rustmend.path": needed("RUSTMEND"), "editor.autoClosingBrackets": "never" },
    extensions: [
      join(EXTENSION, "out", "rust-analyzer"),
      join(EXTENSION, "out", "lag"),
      ...(ours ? [EXTENSION] : []),
    ],
    variables: { LAGS: lags, RUST_ANALYZER_PROGRESS: progress },
  });
  try {
    const editor = new Editor(await workbench.open(crate, join(crate, "src", "main.rs")));
    const { page } = editor;
    await settled(progress);
    if (ours) {
      await editor.counts(0, 0);
    }
    const slip = 1 + lineOf(crate, "SLIP");
    await editor.goTo(slip, 1);
    await editor.insert('    println!("{words:?}");\n');
    await editor.save();
    await editor.goTo(1, 1);
    await editor.insert("// \n");
    await editor.goTo(1, 4);
    await page.evaluate(measure);
    const began = Date.now();
    for (let number = 0; number < KEYS; number++) {
      await page.keyboard.press(String.fromCharCode(97 + (number % 26)));
      await sleep(GAP_MS);
    }
    const ended = Date.now();
    // the check of that save is over, for both
    await page.locator(".squiggly-error").first().waitFor({ timeout: PATIENCE_MS });
    await sleep(1_500);
    const keys = await page.evaluate(() => (globalThis as unknown as Measured).keys);
    const late = readFileSync(lags, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(" ").map(Number))
      .filter(([time = 0]) => time >= began && time <= ended)
      .map(([, lag = 0]) => lag);
    writeFileSync(result, JSON.stringify({ keys, lags: late }));
  } finally {
    await workbench.stop();
  }
}

interface Measured {
  keys: number[];
}

/** Runs in the page: from a key to the frame that is painted after it. */
function measure(): void {
  const page = globalThis as unknown as Measured & {
    addEventListener(type: "keydown", seen: () => void, capture: boolean): void;
    requestAnimationFrame(painted: () => void): void;
  };
  page.keys = [];
  page.addEventListener(
    "keydown",
    () => {
      const began = performance.now();
      page.requestAnimationFrame(() => {
        setTimeout(() => page.keys.push(performance.now() - began));
      });
    },
    true,
  );
}

/** Wait until rust-analyzer has begun nothing new for a while. */
async function settled(progress: string): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  let seen = -1;
  for (;;) {
    const now = existsSync(progress) ? readFileSync(progress, "utf8").length : 0;
    if (now > 0 && now === seen) {
      return;
    }
    if (Date.now() > limit) {
      throw new Error("rust-analyzer does not come to rest");
    }
    seen = now;
    await sleep(QUIET_MS);
  }
}

function lineOf(crate: string, mark: string): number {
  const lines = readFileSync(join(crate, "src", "main.rs"), "utf8").split("\n");
  return lines.findIndex((line) => line.includes(mark));
}

const [crate = "", result = "", which = ""] = process.argv.slice(2);
void main(crate, result, which).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
