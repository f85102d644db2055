// Bundle the extension into dist/ (small with --production), and with --tests the tests into out/.
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const options = new Set(process.argv.slice(2));
const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  logLevel: "warning",
};

const { metafile } = await build({
  ...shared,
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  external: ["vscode"],
  metafile: true,
  minify: options.has("--production"),
  sourcemap: !options.has("--production"),
});
writeFileSync("dist/THIRD-PARTY.txt", licences(Object.keys(metafile.inputs)));

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
  for (const fixture of ["rust-analyzer", "lag"]) {
    cpSync(`test/${fixture}/package.json`, `out/${fixture}/package.json`);
  }
}

// The licence of every package that is in the bundle: each wants to come along.
function licences(files) {
  const packages = new Set(
    files.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]).filter(Boolean),
  );
  return [...packages].sort().map(licence).join("\n\n");
}

function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? "" : readFileSync(`${folder}/${file}`, "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}`;
}
