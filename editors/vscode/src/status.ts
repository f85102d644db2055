/** What the status item says. */

import type { View } from "./session";

export interface Appearance {
  readonly text: string;
  /** Lines of Markdown. */
  readonly tooltip: readonly string[];
  readonly warning: boolean;
}

export function appearance(view: View): Appearance {
  switch (view.kind) {
    case "untrusted":
      return plain(
        "$(shield) rustmend",
        "Off in Restricted Mode: checking runs the code of this workspace.",
      );
    case "missing":
      return { ...plain("$(warning) rustmend", "The server is not installed."), warning: true };
    case "stopped":
      return plain("$(circle-slash) rustmend", "Stopped.");
    case "starting":
      return plain("$(loading~spin) rustmend", "Starting…");
    case "failed":
      return { ...plain("$(error) rustmend", view.problem), warning: true };
    case "running":
      return running(view);
  }
}

const DOING = {
  starting: "Starting…",
  checking: "Checking…",
  verifying: "Verifying fixes…",
  idle: "",
  error: "",
} as const;

function running({ server, status }: View & { kind: "running" }): Appearance {
  const { state, errors, verified, message } = status;
  const busy = state === "starting" || state === "checking" || state === "verifying";
  const icon = busy
    ? "$(sync~spin)"
    : state === "error"
      ? "$(error)"
      : errors > 0
        ? "$(tools)"
        : "$(check)";
  const counts = [
    ...(errors > 0 ? [`$(error) ${errors}`] : []),
    ...(verified > 0 ? [`$(lightbulb) ${verified}`] : []),
  ];
  const found = errors === 0 ? "No errors" : `${errors} ${errors === 1 ? "error" : "errors"}`;
  // warnings have fixes too, so this is no part of the errors
  const ready = `${verified} verified ${verified === 1 ? "fix" : "fixes"} ready`;
  return {
    text: [icon, "rustmend", ...counts].join(" "),
    tooltip: [
      `**rustmend ${server.version}**`,
      ...(state === "error" ? [] : [verified > 0 ? `${found}, ${ready}` : found]),
      ...(DOING[state] ? [DOING[state]] : []),
      ...(message ? [message] : []),
    ],
    warning: state === "error",
  };
}

function plain(text: string, tooltip: string): Appearance {
  return { text, tooltip: ["**rustmend**", tooltip], warning: false };
}
