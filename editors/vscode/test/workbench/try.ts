import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXTENSION, Workbench, needed } from "./workbench";
void (async () => {
  const workbench = await Workbench.start({
    settings: { "rustmend.path": needed("RUSTMEND") },
    extensions: [EXTENSION, join(EXTENSION, "out", "rust-analyzer")],
  });
  const crate = join(workbench.folder, "words é");
  mkdirSync(join(crate, "src"), { recursive: true });
  writeFileSync(
    join(crate, "Cargo.toml"),
    '[package]\nname = "words"\nversion = "0.1.0"\nedition = "2024"\n',
  );
  const main = join(crate, "src/main.rs");
  writeFileSync(
    main,
    'fn report(words: Vec<String>) -> usize {\n    words.len()\n}\n\nfn main() {\n    let words = vec!["é".to_string(), "🦀".to_string()];\n    println!("{}", report(words));\n    println!("{:?}", words);\n}\n',
  );
  const page = await workbench.open(crate, main);
  for (let i = 0; i < 5; i++) {
    await page.waitForTimeout(5000);
    console.log(await page.locator(".statusbar-item").allInnerTexts());
    await page.screenshot({ path: `/tmp/vsc/try${i}.png` });
  }
  console.log([...workbench.outside]);
  await workbench.stop();
})();
