/** Starts the real rust-analyzer, whose official extension is on a marketplace only. */

import { LanguageClient, RevealOutputChannelOn } from "vscode-languageclient/node";

export async function activate(): Promise<LanguageClient> {
  const client = new LanguageClient(
    "rust-analyzer",
    "rust-analyzer",
    { command: process.env["RUST_ANALYZER"] ?? "rust-analyzer" },
    {
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
