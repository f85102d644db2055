/** What the server is told of the settings: those that were set, and rust-analyzer's where ours are not. */

import type { WorkspaceConfiguration } from "vscode";
import { takenOver } from "./rustAnalyzer";

export type Values = Readonly<Record<string, unknown>>;

/** The part of a configuration that is read here, of one section. */
export type Configuration = Pick<WorkspaceConfiguration, "get" | "inspect">;

/**
 * Return the values of `names`, by dotted name without the section, that are set anywhere.
 *
 * Defaults are left out: they must not hide what the environment or `rustmend.toml` says.
 */
export function serverSettings(
  names: readonly string[],
  ours: Configuration,
  rustAnalyzer: Configuration,
): Values {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(takenOver((key) => rustAnalyzer.get(key)))) {
    values[name] = value;
  }
  for (const name of names) {
    if (isSet(ours, name)) {
      values[name] = ours.get(name);
    }
  }
  return values;
}

function isSet(configuration: Configuration, name: string): boolean {
  const found = configuration.inspect(name);
  return [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].some(
    (value) => value !== undefined,
  );
}
