// Which page is shown, and what the server says of itself.

import { get, keepToken } from "./api.js";
import { codePage, entryPage, errorsPage, fixesPage, searchPage } from "./browse.js";
import { h } from "./dom.js";
import { statsPage } from "./stats.js";
import { tryPage } from "./try.js";

const main = document.getElementById("main");
let shown = 0;

function page(name, rest) {
  switch (name) {
    case "errors": return rest ? codePage(rest) : errorsPage();
    case "entry": return entryPage(rest);
    case "fixes": return fixesPage(rest);
    case "search": return searchPage(rest);
    case "stats": return statsPage();
    default: return tryPage();
  }
}

async function show({ focus }) {
  const turn = ++shown;
  const hash = location.hash.slice(1) || "try";
  const [name] = hash.split("/", 1);
  const rest = decodeURIComponent(hash.slice(name.length + 1));
  for (const link of document.querySelectorAll("nav a")) {
    const here = link.hash === `#${name === "entry" ? "errors" : name}`;
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  let parts;
  try {
    parts = await page(name, rest);
  } catch (error) {
    parts = error.status === 401 ? askForToken() : [h("p", { class: "bad", role: "alert" }, error.message)];
  }
  if (turn !== shown) return; // another page was asked for meanwhile
  main.replaceChildren(...parts);
  const title = main.querySelector("h1")?.textContent;
  document.title = title ? `${title} · rustmend` : "rustmend";
  if (focus) {
    main.focus();
    scrollTo(0, 0);
  }
}

function askForToken() {
  const input = h("input", { id: "token", type: "password", autocomplete: "off" });
  const submit = (event) => {
    event.preventDefault();
    keepToken(input.value.trim());
    show({ focus: true });
  };
  return [h("h1", {}, "Token"), h("form", { onsubmit: submit },
    h("label", { for: "token" }, "This server wants a token"),
    h("div", { class: "row" }, input, h("button", { type: "submit" }, "Go on")))];
}

async function health() {
  const state = document.getElementById("state");
  try {
    const said = await get("health");
    const sandbox = said.sandbox === "bubblewrap" ? "" : " · no sandbox";
    const work = said.running || said.waiting ? ` · ${said.running} at work, ${said.waiting} waiting` : "";
    state.textContent = `v${said.version}${sandbox}${work}`;
  } catch (error) {
    state.textContent = error.message;
  }
}

addEventListener("hashchange", () => {
  if (location.hash !== "#main") show({ focus: true });
});
show({ focus: false });
health();
setInterval(health, 10_000);
