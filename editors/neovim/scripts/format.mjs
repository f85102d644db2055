// Formats the Lua files under this folder and in the tests with StyLua, as stylua.toml says;
// without --write it only says which are not formatted, and fails.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Config, IndentType, OutputVerification, QuoteStyle, formatCode } from "@johnnymorganz/stylua";

const top = dirname(dirname(fileURLToPath(import.meta.url)));
const settings = Object.fromEntries(
  [...readFileSync(join(top, "stylua.toml"), "utf8").matchAll(/^(\w+) = "?([^"\n]+)"?$/gm)].map(
    ([, name, value]) => [name, value],
  ),
);

function config() {
  const made = Config.new();
  made.column_width = Number(settings.column_width);
  made.indent_type = IndentType[settings.indent_type];
  made.indent_width = Number(settings.indent_width);
  made.quote_style = QuoteStyle[settings.quote_style];
  return made;
}

const folders = ["lsp", "lua", "plugin", "../../tests/e2e", "../../bench/editors"].map((name) => join(top, name));
const files = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
  .filter((file) => file.endsWith(".lua"));
let failed = false;
for (const file of files) {
  const text = readFileSync(file, "utf8");
  const formatted = formatCode(text, config(), undefined, OutputVerification.Full);
  if (formatted === text) continue;
  if (process.argv.includes("--write")) {
    writeFileSync(file, formatted);
  } else {
    console.error(`${file} is not formatted: npm run format in editors/neovim`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
