// Errors, entries, past fixes, and searching through them.

import { get, post } from "./api.js";
import { diff, h, inline, markdown, pre } from "./dom.js";

export async function errorsPage() {
  const { entries } = await get("kb/entries");
  const counts = new Map();
  for (const entry of entries) {
    const code = entry.code ?? "none";
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const codes = [...counts].sort(([a], [b]) => lint(a) - lint(b) || a.localeCompare(b));
  const list = h("ul", { class: "codes" }, codes.map(([code, count]) => h("li", {},
    h("a", { href: `#errors/${encodeURIComponent(code)}`, "aria-label": `${code}, ${count} entries` },
      code, h("span", { class: "quiet" }, ` ${count}`)))));
  const filter = h("input", {
    id: "filter", type: "search", autocomplete: "off",
    oninput: () => {
      const word = filter.value.toLowerCase();
      for (const item of list.children) item.hidden = !item.textContent.toLowerCase().includes(word);
    },
  });
  return [
    h("h1", {}, "Errors"),
    h("p", { class: "quiet" }, `${entries.length} curated mends of ${codes.length} errors and lints, each compiled.`),
    h("label", { for: "filter" }, "Filter by code"),
    filter,
    list,
  ];
}

const lint = (code) => !/^E\d/.test(code);

export async function codePage(code) {
  const { entries } = await get(`kb/entries?code=${encodeURIComponent(code === "none" ? "" : code)}`);
  const mine = entries.filter((entry) => (entry.code ?? "none") === code || code !== "none");
  const said = await post("explain", { code }).catch(() => null);
  const about = said ? said.explanation.split("\n## What rustc says\n")[1] : null;
  return [
    h("h1", {}, code),
    h("ul", { class: "list" }, mine.map((entry) => h("li", {},
      h("a", { href: `#entry/${entry.id}` }, inline(entry.title))))),
    about ? h("details", { open: !mine.length }, h("summary", {}, "What rustc says"), markdown(about)) : null,
    h("p", {}, h("a", { href: `#fixes/${encodeURIComponent(code)}` }, "Past fixes of this error")),
  ].filter(Boolean);
}

export async function entryPage(id) {
  const entry = await get(`kb/entries/${id.split("/").map(encodeURIComponent).join("/")}`);
  const files = (title, program) => h("details", {}, h("summary", {}, inline(title)),
    Object.entries(program).map(([name, text]) => [h("h3", {}, name), pre(text, name)]));
  return [
    h("p", {}, h("a", { href: `#errors/${encodeURIComponent(entry.code ?? "none")}` }, entry.code ?? "none")),
    h("h1", {}, inline(entry.title)),
    ...markdown(entry.explanation),
    diff(entry.diff),
    files("The whole program, broken", entry.broken),
    files("The whole program, mended", entry.fixed),
  ];
}

export async function fixesPage(code) {
  const { fixes } = await get(`kb/fixes${code ? `?code=${encodeURIComponent(code)}` : ""}`);
  return [
    h("h1", {}, code ? `Past fixes of ${code}` : "Past fixes"),
    h("p", { class: "quiet" }, fixes.length
      ? "What was mended on this machine, the latest first."
      : "None yet: fixes that are made in an editor, with `rustmend fix --write` or imported appear here."),
    ...fixes.map(shown),
  ];
}

export async function searchPage(words) {
  const input = h("input", { id: "q", type: "search", maxlength: "4000", value: words ?? "", autocomplete: "off" });
  const submit = (event) => {
    event.preventDefault();
    location.hash = `search/${encodeURIComponent(input.value.trim())}`;
  };
  const parts = [
    h("h1", {}, "Search"),
    h("form", { onsubmit: submit, role: "search" },
      h("label", { for: "q" }, "Words, a code, or the compiler's message"),
      h("div", { class: "row" }, input, h("button", { type: "submit" }, "Search"))),
  ];
  if (!words) return parts;
  const { fixes } = await get(`fixes/search?limit=20&q=${encodeURIComponent(words)}`);
  parts.push(h("p", { role: "status", class: "quiet" }, `${fixes.length} found`));
  return [...parts, ...fixes.map(shown)];
}

function shown(fix) {
  const title = `${fix.code ?? "none"}: ${fix.title}`;
  const link = fix.kind === "entry" ? h("p", {}, h("a", { href: `#entry/${fix.id}` }, "The whole entry")) : null;
  return h("details", {}, h("summary", {}, inline(title)), markdown(fix.why), diff(fix.diff), link);
}
