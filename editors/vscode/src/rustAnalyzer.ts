/** rust-analyzer's check settings, in the server's words. */

export type Read = (name: string) => unknown;

/**
 * Return the server's settings that follow from rust-analyzer's. A setting of rust-analyzer's
 * that is at its default has no say.
 *
 * As there, `check.*` comes before `cargo.*`; arguments and variables are joined.
 */
export function takenOver(read: Read): Record<string, unknown> {
  const either = (name: string): unknown => read(`check.${name}`) ?? read(`cargo.${name}`);
  const command = read("check.command");
  const features = either("features");
  const targets = read("check.targets") ?? read("cargo.target");
  const target: unknown = Array.isArray(targets) ? targets[0] : targets;
  const targetDir = read("cargo.targetDir");
  const extraArgs = [...strings(read("cargo.extraArgs")), ...strings(read("check.extraArgs"))];
  const extraEnv = { ...variables(read("cargo.extraEnv")), ...variables(read("check.extraEnv")) };

  const values: Record<string, unknown> = {};
  if (command === "clippy") {
    values["check.command"] = command;
  }
  if (features === "all") {
    values["check.features"] = features;
  } else if (strings(features).length > 0) {
    values["check.features"] = strings(features);
  }
  if (either("noDefaultFeatures") === true) {
    values["check.noDefaultFeatures"] = true;
  }
  if (either("allTargets") === false) {
    values["check.allTargets"] = false;
  }
  if (typeof target === "string" && target !== "") {
    values["check.target"] = target;
  }
  // true stands for a folder in cargo's own, which the server knows
  if (typeof targetDir === "string" && targetDir !== "") {
    values["check.targetDir"] = targetDir;
  }
  if (extraArgs.length > 0) {
    values["check.extraArgs"] = extraArgs;
  }
  if (Object.keys(extraEnv).length > 0) {
    values["check.extraEnv"] = extraEnv;
  }
  return values;
}

function strings(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === "string")
    : [];
}

/** rust-analyzer takes numbers too; `null` takes a variable away, which the server cannot. */
function variables(value: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  if (typeof value === "object" && value !== null) {
    for (const [name, text] of Object.entries(value)) {
      if (typeof text === "string" || typeof text === "number") {
        found[name] = String(text);
      }
    }
  }
  return found;
}
