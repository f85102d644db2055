// Elements without innerHTML: nothing that was sent or learned is ever read as HTML.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  set(element, attributes);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  set(element, attributes);
  element.append(...children.flat());
  return element;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
}

export function diff(text) {
  const kinds = { "+": "added", "-": "removed", "@": "place" };
  const lines = text.replace(/\n$/, "").split("\n").map((line) => {
    const header = line.startsWith("--- ") || line.startsWith("+++ ");
    return h("span", { class: header ? "place" : kinds[line[0]] ?? "" }, line);
  });
  return h("pre", { class: "diff", tabindex: "0", "aria-label": "Diff" }, lines);
}

export function pre(text, label) {
  return h("pre", { tabindex: "0", "aria-label": label }, text);
}

// The Markdown that explanations use: headings, paragraphs, lists, fences, code, bold, emphasis.
export function markdown(text) {
  const blocks = [];
  let paragraph = [];
  let list = null;
  let fence = null;
  const flush = () => {
    if (paragraph.length) blocks.push(h("p", {}, inline(paragraph.join(" "))));
    paragraph = [];
    list = null;
  };
  for (const line of text.split("\n")) {
    const mark = /^\s*(`{3,})(\w*)/.exec(line);
    if (fence) {
      if (mark && mark[1].length >= fence.ticks && !mark[2]) {
        const code = fence.lines.join("\n");
        blocks.push(fence.language === "diff" ? diff(code) : pre(code, "Code"));
        fence = null;
      } else fence.lines.push(line);
    } else if (mark) {
      flush();
      fence = { ticks: mark[1].length, language: mark[2], lines: [] };
    } else if (/^#{1,6} /.test(line)) {
      flush();
      const level = Math.min(6, line.indexOf(" ") + 1);
      blocks.push(h(`h${level}`, {}, inline(line.replace(/^#+ /, ""))));
    } else if (/^\s*[-*] /.test(line)) {
      if (!list) {
        flush();
        list = h("ul");
        blocks.push(list);
      }
      list.append(h("li", {}, inline(line.replace(/^\s*[-*] /, ""))));
    } else if (!line.trim()) flush();
    else if (list && /^\s/.test(line)) list.lastChild.append(" ", ...inline(line.trim()));
    else {
      if (list) flush();
      paragraph.push(line);
    }
  }
  flush();
  if (fence) blocks.push(pre(fence.lines.join("\n"), "Code"));
  return blocks;
}

// Code, bold and emphasis within a line.
export function inline(text) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/).filter(Boolean).map((part) => {
    if (part.startsWith("`") && part.length > 2) return h("code", {}, part.slice(1, -1));
    if (part.startsWith("**") && part.length > 4) return h("strong", {}, part.slice(2, -2));
    if (part.startsWith("*") && part.length > 2) return h("em", {}, part.slice(1, -1));
    return part;
  });
}
