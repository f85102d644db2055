// Bundle the extension into dist/ (small with --production), and with --tests the tests into out/.
import { cpSync, readdirSync } from "node:fs";
import { build } from "esbuild";

const options = new Set(process.argv.slice(2));
const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  logLevel: "warning",
};

await build({
  ...shared,
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  external: ["vscode"],
  minify: options.has("--production"),
  sourcemap: !options.has("--production"),
});

if (options.has("--tests")) {
  const tests = readdirSync("test", { recursive: true, encoding: "utf8" });
  await build({
    ...shared,
    entryPoints: tests.filter((name) => name.endsWith(".ts")).map((name) => `test/${name}`),
    outdir: "out",
    outbase: "test",
    external: ["vscode", "mocha", "playwright-core"],
    sourcemap: "inline",
  });
  cpSync("test/rust-analyzer/package.json", "out/rust-analyzer/package.json");
}
