/** Small crates that the tests open. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Write a package into a new folder; return the folder. */
export function writeCrate(folder: string, files: Readonly<Record<string, string>>): string {
  const manifest = '[package]\nname = "words"\nversion = "0.1.0"\nedition = "2024"\n';
  for (const [name, text] of Object.entries({ "Cargo.toml": manifest, ...files })) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** It compiles; with `SECOND_USE` as line 8 it does not. */
export const WORDS = `\
fn report(words: Vec<String>) -> usize {
    words.len()
}

fn main() {
    let words = vec!["é".to_string(), "ö".to_string()];
    println!("{} words", report(words));

}
`;

export const SECOND_USE = '    println!("{:?}", words);';

export const BROKEN = WORDS.replace("\n\n}", `\n${SECOND_USE}\n}`);

const [LIBRARY = "", PROGRAM = ""] = BROKEN.split(/\n(?=fn main)/);

/** The same over two files, of which both want a change. */
export const TWO_FILES = {
  "src/main.rs": `mod report;\n\nuse report::report;\n\n${PROGRAM}`,
  "src/report.rs": `pub ${LIBRARY}`,
};
