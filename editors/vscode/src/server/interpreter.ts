/** The Python interpreter that the user chose, as far as it can be known without waiting. */

import { extensions, workspace, type Uri } from "vscode";

/** The part of the Python extension's interface that is used here. */
interface PythonExtension {
  readonly environments: {
    getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
  };
}

export function chosenInterpreter(): string | undefined {
  const python = extensions.getExtension<PythonExtension>("ms-python.python");
  // activating it can take many seconds, and it may be broken: only ask what is up already
  if (python?.isActive === true) {
    return python.exports.environments.getActiveEnvironmentPath(
      workspace.workspaceFolders?.[0]?.uri,
    ).path;
  }
  const set = workspace.getConfiguration("python").get<string>("defaultInterpreterPath");
  return set !== undefined && /[/\\]/.test(set) && !set.includes("${") ? set : undefined;
}
