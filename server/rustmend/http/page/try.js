// Paste code, watch it being mended.

import { follow, get, post, request } from "./api.js";
import { diff, h, inline, pre } from "./dom.js";

const SAMPLE = `[filename: src/main.rs]
fn main() {
    let words = vec!["compile", "and", "fix"];
    let moved = words;
    let mut counts = HashMap::new();
    for word in &words {
        counts.insert(word, word.len());
    }
    println!("{} words, {} in the map", moved.len(), counts.len());
}
`;
const KEPT = "rustmend-code";

export function tryPage() {
  const code = h("textarea", {
    id: "code", spellcheck: "false", autocapitalize: "off", autocomplete: "off",
    "aria-describedby": "code-help",
    oninput: () => sessionStorage.setItem(KEPT, code.value),
  });
  code.value = sessionStorage.getItem(KEPT) ?? SAMPLE;
  const start = h("button", { type: "submit" }, "Compile and fix");
  const cancel = h("button", { type: "button", class: "plain", disabled: true }, "Cancel");
  const check = h("button", { type: "button", class: "plain" }, "Only compile");
  const progress = h("ol", { "aria-live": "polite", "aria-label": "Progress", class: "list" });
  const result = h("section", { "aria-live": "polite", "aria-label": "Result", id: "result" });
  let project = null;

  const busy = (is) => {
    start.disabled = check.disabled = is;
    cancel.disabled = !is || !project;
    result.setAttribute("aria-busy", String(is));
  };
  const work = async (doing) => {
    progress.replaceChildren();
    result.replaceChildren();
    busy(true);
    try {
      await doing();
    } catch (error) {
      result.replaceChildren(h("p", { class: "bad verdict", role: "alert" }, error.message));
    } finally {
      project = null;
      busy(false);
    }
  };
  const mend = () => work(async () => {
    const started = await post("jobs/compile-and-fix", { code: code.value, description: "" });
    project = started.project_id;
    busy(true);
    await follow(`project/${project}/events`, (kind, said) => {
      if (kind === "progress") progress.append(h("li", {}, said.message));
      else result.replaceChildren(...mended(said));
    });
    if (!result.hasChildNodes()) result.append(...mended(await get(`project/${project}`)));
  });
  const compile = () => work(async () => {
    progress.append(h("li", {}, "building and running"));
    const said = await post("compile", { code: code.value });
    const words = said.success ? "It builds." : "It does not build.";
    result.replaceChildren(verdict(said.success, words), ...outputs(said));
  });
  cancel.addEventListener("click", () => request(`project/${project}`, { method: "DELETE" }));
  check.addEventListener("click", compile);
  code.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) mend();
  });
  const submit = (event) => {
    event.preventDefault();
    mend();
  };
  return [
    h("h1", {}, "Compile and fix"),
    h("form", { onsubmit: submit },
      h("label", { for: "code" }, "Rust code"),
      code,
      h("p", { id: "code-help", class: "quiet" },
        "One file, or several: each begins with a line like ",
        h("code", {}, "[filename: src/main.rs]"),
        ". It is built and run in a sandbox without network. Ctrl+Enter starts."),
      h("div", { class: "row" }, start, check, cancel)),
    progress,
    result,
  ];
}

function verdict(good, words) {
  return h("p", { class: `verdict ${good ? "good" : "bad"}` }, `${good ? "✓" : "✗"} ${words}`);
}

function mended(said) {
  const good = said.status === "completed";
  const parts = [verdict(good, said.message)];
  for (const fix of said.fixes) {
    const place = fix.file ? `${fix.file}:${fix.line}` : "";
    const cautions = fix.cautions.length ? ` (${fix.cautions.join(", ")})` : "";
    parts.push(h("details", { open: true },
      h("summary", {}, inline(`${fix.code ?? "error"} ${place}: ${fix.title}${cautions}`)),
      diff(fix.diff)));
  }
  if (said.fixes.length && said.combined_text) {
    parts.push(h("h2", {}, good ? "The code that builds" : "The code so far"));
    parts.push(pre(said.combined_text, "Code"));
    parts.push(h("div", { class: "row" },
      h("button", { type: "button", onclick: (event) => copy(event.target, said.combined_text) }, "Copy"),
      h("button", { type: "button", class: "plain", onclick: () => download(said.project_id) }, "Download zip")));
  }
  return [...parts, ...outputs(said)];
}

function outputs(said) {
  const parts = [];
  if (said.run_output !== null && said.run_output !== undefined) {
    parts.push(h("h2", {}, `What the program printed${ended(said)}`), pre(said.run_output, "Program's output"));
  }
  if (said.build_output) {
    parts.push(h("details", { open: !said.run_output && said.success !== true && said.status !== "completed" },
      h("summary", {}, "What the compiler says"), pre(said.build_output, "Compiler's output")));
  }
  return parts;
}

function ended(said) {
  return said.run_status ? `, ending with status ${said.run_status}` : "";
}

async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  button.textContent = "Copied";
}

async function download(project) {
  const packed = await (await request(`project/${project}/download`)).blob();
  const link = h("a", { href: URL.createObjectURL(packed), download: `project-${project}.zip` });
  link.click();
  URL.revokeObjectURL(link.href);
}
