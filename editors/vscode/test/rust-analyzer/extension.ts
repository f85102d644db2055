/** Starts the real rust-analyzer, whose official extension is on a marketplace only. */

import { appendFileSync } from "node:fs";
import { LanguageClient, RevealOutputChannelOn } from "vscode-languageclient/node";

export async function activate(): Promise<LanguageClient> {
  const client = new LanguageClient(
    "rust-analyzer",
    "rust-analyzer",
    { command: process.env["RUST_ANALYZER"] ?? "rust-analyzer" },
    {
      middleware: {
        handleWorkDoneProgress: (token, value, next) => {
          if (value.kind === "begin" && process.env["RUST_ANALYZER_PROGRESS"]) {
            appendFileSync(process.env["RUST_ANALYZER_PROGRESS"], `${value.title}\n`);
          }
          next(token, value);
        },
      },
      // it answers "content modified" while one types, which its own extension passes over too
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      documentSelector: [{ scheme: "file", language: "rust" }],
      // without the standard library's sources it would complain on every start
      initializationOptions: { cargo: { sysroot: null }, checkOnSave: true },
    },
  );
  await client.start();
  return client;
}
