// Drives the page in a real Chromium: node page.mjs URL FOLDER; prints what it saw as JSON.
// Screenshots go to FOLDER. playwright-core is the VS Code extension's.

import { createRequire } from "node:module";
import path from "node:path";

const [, , url, folder, chromium_path] = process.argv;
const require = createRequire(path.resolve(import.meta.dirname, "../../editors/vscode/package.json"));
const { chromium } = require("playwright-core");

const browser = await chromium.launch({ executablePath: chromium_path, args: ["--no-sandbox"] });
const seen = { errors: [], outside: [] };

async function open(options) {
  const page = await browser.newPage(options);
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("blob:")) seen.outside.push(request.url());
  });
  return page;
}

const shot = (page, name) => page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
const page = await open({ viewport: { width: 1200, height: 800 } });

await page.goto(url);
await page.getByRole("heading", { name: "Compile and fix" }).waitFor();
await page.waitForFunction(() => document.getElementById("state").textContent.startsWith("v"));
// by keyboard alone: to the code, and start
await page.getByLabel("Rust code").focus();
await page.keyboard.press("Control+Enter");
await page.locator(".verdict").waitFor({ timeout: 60000 });
seen.progress = await page.getByRole("list", { name: "Progress" }).locator("li").allTextContents();
seen.verdict = await page.locator(".verdict").textContent();
seen.fixes = await page.locator("#result summary").allTextContents();
seen.ran = await page.getByLabel("Program's output").textContent();
await shot(page, "try-light");

const [download] = await Promise.all([
  page.waitForEvent("download"),
  page.getByRole("button", { name: "Download zip" }).click(),
]);
seen.download = download.suggestedFilename();

await page.getByLabel("Rust code").fill("fn main() { <b>&\"'</b> }");
await page.getByRole("button", { name: "Only compile" }).click();
await page.locator(".verdict.bad").waitFor({ timeout: 60000 });
seen.bold = await page.locator("#result b").count();

await page.getByLabel("Rust code").fill("fn main() { loop { std::thread::sleep(std::time::Duration::from_secs(1)) } }");
await page.getByRole("button", { name: "Compile and fix" }).click();
await page.getByText("running", { exact: true }).waitFor({ timeout: 60000 });
await page.getByRole("button", { name: "Cancel" }).click();
await page.locator(".verdict.bad").waitFor({ timeout: 60000 });
seen.cancelled = await page.locator(".verdict").textContent();

await page.getByRole("navigation").getByRole("link", { name: "Errors" }).click();
await page.getByRole("heading", { name: "Errors" }).waitFor();
seen.focused = await page.evaluate(() => document.activeElement.id);
await page.getByLabel("Filter by code").fill("E0382");
await shot(page, "errors-light");
await page.getByRole("link", { name: /^E0382/ }).click();
await page.getByRole("heading", { name: "E0382" }).waitFor();
await shot(page, "code-light");
await page.locator("main li a").first().click();
await page.locator("main .diff").first().waitFor();
seen.entry = await page.locator("h1").textContent();
await shot(page, "entry-light");

await page.goto(`${url}/#search/borrow%20of%20moved%20value`);
await page.getByText("found").waitFor();
seen.found = await page.locator("main details").count();
await page.locator("main summary").first().click();
await shot(page, "search-light");

await page.goto(`${url}/#fixes`);
await page.getByRole("heading", { name: "Past fixes" }).waitFor();
seen.past = await page.locator("main summary").allTextContents();
await page.locator("main summary").first().click();
await shot(page, "fixes-light");
await page.goto(`${url}/#stats`);
await page.locator("svg.plot").first().waitFor();
seen.plots = await page.locator("svg.plot").count();
await shot(page, "stats-light");

const dark = await open({ viewport: { width: 420, height: 800 }, colorScheme: "dark" });
await dark.goto(url);
await dark.getByRole("heading", { name: "Compile and fix" }).waitFor();
seen.background = await dark.evaluate(() => getComputedStyle(document.body).backgroundColor);
seen.wide = await dark.evaluate(() => document.documentElement.scrollWidth > innerWidth);
await dark.keyboard.press("Tab");
seen.first = await dark.evaluate(() => document.activeElement.textContent);
await shot(dark, "try-dark");
await dark.goto(`${url}/#stats`);
await dark.locator("svg.plot").first().waitFor();
await shot(dark, "stats-dark");
// every control has a name
seen.unnamed = await dark.evaluate(() => [...document.querySelectorAll("button, a, input, textarea")]
  .filter((element) => !(element.textContent.trim() || element.getAttribute("aria-label") || element.labels?.length)).length);
await browser.close();
console.log(JSON.stringify(seen));
