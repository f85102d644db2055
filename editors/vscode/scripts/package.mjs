// Pack the extension, with the server's wheel of the same version from the repository's dist/.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createVSIX } from "@vscode/vsce";

const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
const repository = "../..";
const wheel = `${name}-${version}-py3-none-any.whl`;

if (!existsSync(`${repository}/dist/${wheel}`)) {
  console.error(`dist/${wheel} is not there: run “make wheel” in the repository first`);
  process.exit(1);
}
rmSync("wheel", { recursive: true, force: true });
mkdirSync("wheel");
copyFileSync(`${repository}/dist/${wheel}`, `wheel/${wheel}`);
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) {
  copyFileSync(`${repository}/${licence}`, licence);
}
await createVSIX({
  // what is needed of the dependencies is bundled
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
  packagePath: `${repository}/dist/${name}-${version}.vsix`,
});
