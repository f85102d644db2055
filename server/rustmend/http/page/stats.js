// How the knowledge base is doing, as tiles, plots and tables.

import { get } from "./api.js";
import { h, svg } from "./dom.js";

const MOST_BARS = 25;

export async function statsPage() {
  const stats = await get("kb/stats");
  const outcomes = stats.outcomes.all;
  const tiles = {
    "Curated mends": stats.entries,
    "Errors and lints": Object.keys(stats.entries_by_code).length,
    "Learned here": stats.past_fixes,
    "Offered": outcomes.offered ?? 0,
    "Accepted": outcomes.accepted ?? 0,
  };
  return [
    h("h1", {}, "Statistics"),
    h("dl", { class: "tiles" }, Object.entries(tiles).map(([name, count]) => h("div", {},
      h("dt", {}, name), h("dd", {}, count.toLocaleString("en"))))),
    h("h2", {}, "Learned, by day"),
    plot(perDay(stats.learned_by_day), "past fixes", "Nothing was learned on this machine yet."),
    h("h2", {}, "Learned, by code"),
    plot(largest(stats.past_fixes_by_code), "past fixes", "Nothing was learned on this machine yet."),
    h("h2", {}, "Offers, by origin"),
    offers(stats.outcomes.by_origin),
    h("h2", {}, "Curated mends, by code"),
    plot(largest(stats.entries_by_code), "curated mends", "There is no knowledge base."),
  ];
}

function largest(counts) {
  return Object.entries(counts).sort(([, a], [, b]) => b - a).slice(0, MOST_BARS);
}

function perDay(counts) {
  const days = Object.keys(counts).sort();
  if (!days.length) return [];
  const filled = [];
  const last = new Date(days.at(-1));
  for (const day = new Date(Math.max(new Date(days[0]), last - 60 * 864e5)); day <= last; day.setUTCDate(day.getUTCDate() + 1)) {
    const name = day.toISOString().slice(0, 10);
    filled.push([name, counts[name] ?? 0]);
  }
  return filled;
}

// Horizontal bars: names stay readable, and a screen reader gets the table below.
function plot(rows, what, otherwise) {
  if (!rows.length) return h("p", { class: "quiet" }, otherwise);
  const most = Math.max(...rows.map(([, count]) => count), 1);
  const [left, width, step] = [190, 480, 20];
  const bars = rows.map(([name, count], row) => svg("g", {},
    svg("text", { x: left - 8, y: row * step + 15, "text-anchor": "end" }, name.slice(0, 28)),
    svg("rect", { class: "bar", x: left, y: row * step + 4, width: Math.max(1, width * count / most), height: step - 6, rx: 2 }),
    svg("text", { x: left + Math.max(1, width * count / most) + 6, y: row * step + 15 }, String(count))));
  const height = rows.length * step + 6;
  return h("figure", {},
    svg("svg", { class: "plot", viewBox: `0 0 730 ${height}`, role: "img", "aria-label": `${what}: ${rows.map((row) => row.join(" ")).join(", ")}` },
      svg("line", { class: "axis", x1: left, y1: 0, x2: left, y2: height }), bars),
    h("details", {}, h("summary", {}, "As a table"),
      h("table", {}, h("tbody", {}, rows.map(([name, count]) => h("tr", {},
        h("th", { scope: "row" }, name), h("td", { class: "number" }, String(count))))))));
}

function offers(byOrigin) {
  const origins = Object.entries(byOrigin);
  if (!origins.length) return h("p", { class: "quiet" }, "Nothing was offered on this machine yet.");
  const names = Object.keys(origins[0][1]);
  return h("table", {},
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "origin"), names.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, origins.map(([origin, counts]) => h("tr", {},
      h("th", { scope: "row" }, origin),
      names.map((name) => h("td", { class: "number" }, String(counts[name])))))));
}
