import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { findServer, sameSeries } from "../../src/server/find";
import { install, InstallError, installedServer } from "../../src/server/install";
import { run, type Ended, type Run } from "../../src/server/run";

const PROGRAM = process.platform === "win32" ? "rustmend.exe" : "rustmend";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rustmend-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function program(name: string): string {
  const path = join(folder, name, PROGRAM);
  mkdirSync(join(folder, name));
  writeFileSync(path, "");
  return path;
}

function ended(status: number | undefined, stdout = "", stderr = ""): Ended {
  return { status, stdout, stderr };
}

/** Answers for those programs whose path has one of `working` in it. */
function only(...working: string[]): Run {
  return (command) =>
    Promise.resolve(
      working.some((part) => command.includes(part))
        ? ended(0, "rustmend, version 1.2.3\n")
        : ended(undefined, "", "ENOENT"),
    );
}

describe("findServer", () => {
  it("goes by the order: setting, interpreter, PATH, its own environment", async () => {
    const interpreter = join(folder, "venv", "python");
    program("venv");
    const searchPath = [join(folder, "empty"), join(folder, "a"), join(folder, "b")].join(
      delimiter,
    );
    const places = { setting: "/set", interpreter, searchPath, own: program("own") };
    program("a");
    program("b");
    const origin = async (run: Run, without: string[] = []): Promise<string> => {
      const left = Object.fromEntries(
        Object.entries(places).filter(([name]) => !without.includes(name)),
      );
      const search = await findServer(left, run);
      return search.kind === "found"
        ? `${search.server.origin}: ${search.server.command}`
        : search.kind;
    };
    assert.equal(await origin(only("/set")), "the setting rustmend.path: /set");
    const unset = ["setting"];
    assert.match(await origin(only("venv", "a", "own"), unset), /^the Python interpreter: .*venv/);
    assert.match(await origin(only(`${folder}/b`, "own"), unset), /^PATH: .*b/);
    assert.match(await origin(only("own"), unset), /^its own environment: /);
    assert.equal(await origin(only("nothing"), unset), "missing");
  });

  it("asks an interpreter without a script for its module", async () => {
    const search = await findServer({ interpreter: "/usr/bin/python3" }, only("python3"));
    assert.ok(search.kind === "found");
    assert.deepEqual(search.server.args, ["-m", "rustmend"]);
    assert.equal(search.server.version, "1.2.3");
  });

  it("takes no other server where the one that was set does not run", async () => {
    const search = await findServer({ setting: "/set", own: program("own") }, only("own"));
    assert.equal(search.kind, "broken");
  });

  it("says in words what is wrong with the one that was set", async () => {
    const problem = async (answer: Ended): Promise<string> => {
      const search = await findServer({ setting: "/set" }, () => Promise.resolve(answer));
      assert.ok(search.kind === "broken");
      return search.problem;
    };
    assert.equal(await problem(ended(undefined, "", "spawn ENOENT")), "spawn ENOENT");
    assert.equal(await problem(ended(3, "", "no\nwhy\n")), "it ended with status 3: why");
    assert.equal(await problem(ended(3)), "it ended with status 3");
    assert.equal(await problem(ended(0, "1.2.3")), "its --version says nothing of rustmend");
  });

  it("knows versions that belong together", () => {
    assert.ok(sameSeries("0.1.0", "0.1.7"));
    assert.ok(!sameSeries("0.1.0", "0.2.0"));
  });
});

describe("install", () => {
  async function attempt(answer: (line: string) => Ended): Promise<string[]> {
    const lines: string[] = [];
    await install({
      folder: join(folder, "own"),
      wheel: "/rustmend.whl",
      run: (command, args) => {
        const line = [command, ...args].join(" ");
        lines.push(line);
        if (line.includes(" venv ")) {
          mkdirSync(join(folder, "own"));
        }
        return Promise.resolve(answer(line));
      },
      report: () => undefined,
      signal: new AbortController().signal,
    });
    return lines;
  }

  it("uses uv where it is there", async () => {
    const lines = await attempt(() => ended(0));
    assert.equal(lines.length, 3);
    assert.ok(lines.every((line) => line.startsWith("uv ")));
    assert.match(installedServer(join(folder, "own")) ?? "", /rustmend(\.exe)?$/);
  });

  it("uses venv of a Python that is new enough", async () => {
    const lines = await attempt((line) => {
      if (line.startsWith("uv ")) {
        return ended(undefined);
      }
      if (line.endsWith("--version")) {
        return ended(0, line.startsWith("python3 ") ? "Python 3.9.2" : "Python 3.13.0");
      }
      return ended(0);
    });
    assert.ok(
      lines.some((line) => /^(python3\.14|python) -m venv/.test(line)),
      lines.join("\n"),
    );
    assert.match(lines.at(-1) ?? "", /-m pip install .*rustmend\.whl$/);
  });

  it("says what Debian lacks, and leaves nothing that looks finished", async () => {
    const debian =
      "The virtual environment was not created successfully because ensurepip is not\n" +
      "available.  On Debian/Ubuntu systems, you need to install the python3-venv\n\n" +
      "    apt install python3.11-venv\n";
    await assert.rejects(
      attempt((line) => {
        if (line.startsWith("uv ")) {
          return ended(undefined);
        }
        return line.includes("-m venv") ? ended(1, debian) : ended(0, "Python 3.11.2");
      }),
      (error) =>
        error instanceof InstallError && error.message.includes("sudo apt install python3.11-venv"),
    );
    assert.equal(installedServer(join(folder, "own")), undefined);
  });

  it("says that there is no Python", async () => {
    await assert.rejects(
      attempt(() => ended(undefined)),
      /needs Python 3\.11 or newer/,
    );
    assert.ok(!existsSync(join(folder, "own")));
  });
});

describe("run", () => {
  it("tells a status from a program that is not there", async () => {
    const node = process.execPath;
    const done = await run(node, [
      "-e",
      "console.log('out'); console.error('err'); process.exit(3)",
    ]);
    assert.deepEqual(done, { status: 3, stdout: "out\n", stderr: "err\n" });
    const missing = await run(join(folder, "missing"), []);
    assert.equal(missing.status, undefined);
    assert.match(missing.stderr, /ENOENT/);
  });

  it("stops when asked to", async () => {
    const stop = new AbortController();
    const ending = run(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
      signal: stop.signal,
    });
    stop.abort();
    assert.equal((await ending).status, undefined);
  });
});
