"use strict";

// test/workbench/try.ts
var import_node_fs2 = require("node:fs");
var import_node_path2 = require("node:path");

// test/workbench/workbench.ts
var import_node_child_process = require("node:child_process");
var import_node_fs = require("node:fs");
var import_node_net = require("node:net");
var import_node_os = require("node:os");
var import_node_path = require("node:path");
var import_promises = require("node:timers/promises");
var import_playwright_core = require("playwright-core");
var START_MS = 6e4;
var Workbench = class _Workbench {
  constructor(code, browser, origin, folder, outside) {
    this.code = code;
    this.browser = browser;
    this.origin = origin;
    this.folder = folder;
    this.outside = outside;
  }
  code;
  browser;
  origin;
  folder;
  outside;
  static async start({
    settings = {},
    trusted = true,
    extensions = []
  }) {
    const folder = (0, import_node_fs.mkdtempSync)((0, import_node_path.join)((0, import_node_os.tmpdir)(), "rustmend \xE9 "));
    const user = (0, import_node_path.join)(folder, "user");
    (0, import_node_fs.mkdirSync)((0, import_node_path.join)(user, "User"), { recursive: true });
    (0, import_node_fs.writeFileSync)((0, import_node_path.join)(user, "User", "settings.json"), JSON.stringify({ ...QUIET, ...settings }));
    installExtensions((0, import_node_path.join)(folder, "extensions"), extensions);
    const port = await freePort();
    const code = (0, import_node_child_process.spawn)(
      (0, import_node_path.join)(needed("CODE_SERVER"), "bin", "vscode-server"),
      [
        ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
        ...["--accept-server-license-terms", "--enable-smoke-test-driver"],
        ...trusted ? ["--disable-workspace-trust"] : [],
        ...["--telemetry-level", "off", "--server-data-dir", (0, import_node_path.join)(folder, "server")],
        ...["--user-data-dir", user, "--extensions-dir", (0, import_node_path.join)(folder, "extensions")]
      ],
      // a group of its own, so that everything it starts ends with it
      {
        detached: true,
        stdio: process.env["VERBOSE"] ? "inherit" : "ignore",
        env: environment(folder)
      }
    );
    const origin = `http://127.0.0.1:${port}`;
    await answering(origin);
    const browser = await import_playwright_core.chromium.launch({ executablePath: needed("CHROMIUM"), args: CHROMIUM });
    return new _Workbench(code, browser, origin, folder, /* @__PURE__ */ new Set());
  }
  /** Open a folder, and a file of it. */
  async open(folder, file, payload = []) {
    const page = await this.page();
    await page.goto(this.url(folder, file, payload), { waitUntil: "domcontentloaded" });
    await page.waitForSelector(".monaco-workbench", { timeout: START_MS });
    if (file !== void 0) {
      await page.waitForSelector(".monaco-editor .view-line", { timeout: START_MS });
    }
    return page;
  }
  /** A page that shows nothing yet. */
  async page() {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: 2
    });
    const page = await context.newPage();
    page.on("request", (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && !LOOPBACK.includes(hostname)) {
        this.outside.add(hostname);
      }
    });
    return page;
  }
  url(folder, file, payload = []) {
    const url = new URL(this.origin);
    url.searchParams.set("folder", folder);
    const open = file === void 0 ? [] : [["openFile", `vscode-remote://${url.host}${encodeURI(file)}`]];
    url.searchParams.set("payload", JSON.stringify([["skipWelcome", "true"], ...open, ...payload]));
    return url.href;
  }
  async stop() {
    await this.browser.close();
    if (this.code.pid !== void 0 && this.code.exitCode === null) {
      const ended = new Promise((resolve) => this.code.once("exit", resolve));
      process.kill(-this.code.pid, "SIGTERM");
      await Promise.race([ended, (0, import_promises.setTimeout)(5e3)]);
      endGroup(this.code.pid);
    }
    (0, import_node_fs.rmSync)(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
function needed(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run these tests with pytest, which finds the tools`);
  }
  return value;
}
var LOOPBACK = ["127.0.0.1", "localhost"];
var CHROMIUM = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"]
];
var QUIET = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.startupPrompt": "never",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.commandCenter": false,
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.layoutControl.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false
};
function environment(folder) {
  return {
    ...process.env,
    // an empty gallery: the workbench asks no marketplace
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: "" }),
    XDG_CACHE_HOME: (0, import_node_path.join)(folder, "cache"),
    XDG_CONFIG_HOME: (0, import_node_path.join)(folder, "config"),
    XDG_DATA_HOME: (0, import_node_path.join)(folder, "data"),
    XDG_STATE_HOME: (0, import_node_path.join)(folder, "state")
  };
}
function installExtensions(to, folders) {
  (0, import_node_fs.mkdirSync)(to, { recursive: true });
  for (const [index, folder] of folders.entries()) {
    const { dir } = { dir: (0, import_node_path.join)(to, `extension-${index}`) };
    (0, import_node_fs.cpSync)(folder, dir, {
      recursive: true,
      filter: (path) => !["node_modules", "out", "test"].some((name) => path === (0, import_node_path.join)(folder, name))
    });
  }
}
function freePort() {
  return new Promise((resolve, reject) => {
    const server = (0, import_node_net.createServer)();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
async function answering(origin) {
  const limit = Date.now() + START_MS;
  for (; ; ) {
    try {
      await fetch(origin);
      return;
    } catch (error) {
      if (Date.now() > limit) {
        throw error;
      }
      await (0, import_promises.setTimeout)(100);
    }
  }
}
function endGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
  }
}
var EXTENSION = (0, import_node_path.dirname)((0, import_node_path.dirname)(__dirname));

// test/workbench/try.ts
void (async () => {
  const workbench = await Workbench.start({
    settings: { "rustmend.path": needed("RUSTMEND") },
    extensions: [EXTENSION, (0, import_node_path2.join)(EXTENSION, "out", "rust-analyzer")]
  });
  const crate = (0, import_node_path2.join)(workbench.folder, "words \xE9");
  (0, import_node_fs2.mkdirSync)((0, import_node_path2.join)(crate, "src"), { recursive: true });
  (0, import_node_fs2.writeFileSync)(
    (0, import_node_path2.join)(crate, "Cargo.toml"),
    '[package]\nname = "words"\nversion = "0.1.0"\nedition = "2024"\n'
  );
  const main = (0, import_node_path2.join)(crate, "src/main.rs");
  (0, import_node_fs2.writeFileSync)(
    main,
    'fn report(words: Vec<String>) -> usize {\n    words.len()\n}\n\nfn main() {\n    let words = vec!["\xE9".to_string(), "\u{1F980}".to_string()];\n    println!("{}", report(words));\n    println!("{:?}", words);\n}\n'
  );
  const page = await workbench.open(crate, main);
  for (let i = 0; i < 5; i++) {
    await page.waitForTimeout(5e3);
    console.log(await page.locator(".statusbar-item").allInnerTexts());
    await page.screenshot({ path: `/tmp/vsc/try${i}.png` });
  }
  console.log([...workbench.outside]);
  await workbench.stop();
})();
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFsiLi4vLi4vdGVzdC93b3JrYmVuY2gvdHJ5LnRzIiwgIi4uLy4uL3Rlc3Qvd29ya2JlbmNoL3dvcmtiZW5jaC50cyJdLAogICJzb3VyY2VzQ29udGVudCI6IFsiaW1wb3J0IHsgbWtkaXJTeW5jLCB3cml0ZUZpbGVTeW5jIH0gZnJvbSBcIm5vZGU6ZnNcIjtcbmltcG9ydCB7IGpvaW4gfSBmcm9tIFwibm9kZTpwYXRoXCI7XG5pbXBvcnQgeyBFWFRFTlNJT04sIFdvcmtiZW5jaCwgbmVlZGVkIH0gZnJvbSBcIi4vd29ya2JlbmNoXCI7XG52b2lkIChhc3luYyAoKSA9PiB7XG4gIGNvbnN0IHdvcmtiZW5jaCA9IGF3YWl0IFdvcmtiZW5jaC5zdGFydCh7XG4gICAgc2V0dGluZ3M6IHsgXCJydXN0bWVuZC5wYXRoXCI6IG5lZWRlZChcIlJVU1RNRU5EXCIpIH0sXG4gICAgZXh0ZW5zaW9uczogW0VYVEVOU0lPTiwgam9pbihFWFRFTlNJT04sIFwib3V0XCIsIFwicnVzdC1hbmFseXplclwiKV0sXG4gIH0pO1xuICBjb25zdCBjcmF0ZSA9IGpvaW4od29ya2JlbmNoLmZvbGRlciwgXCJ3b3JkcyBcdTAwRTlcIik7XG4gIG1rZGlyU3luYyhqb2luKGNyYXRlLCBcInNyY1wiKSwgeyByZWN1cnNpdmU6IHRydWUgfSk7XG4gIHdyaXRlRmlsZVN5bmMoXG4gICAgam9pbihjcmF0ZSwgXCJDYXJnby50b21sXCIpLFxuICAgICdbcGFja2FnZV1cXG5uYW1lID0gXCJ3b3Jkc1wiXFxudmVyc2lvbiA9IFwiMC4xLjBcIlxcbmVkaXRpb24gPSBcIjIwMjRcIlxcbicsXG4gICk7XG4gIGNvbnN0IG1haW4gPSBqb2luKGNyYXRlLCBcInNyYy9tYWluLnJzXCIpO1xuICB3cml0ZUZpbGVTeW5jKFxuICAgIG1haW4sXG4gICAgJ2ZuIHJlcG9ydCh3b3JkczogVmVjPFN0cmluZz4pIC0+IHVzaXplIHtcXG4gICAgd29yZHMubGVuKClcXG59XFxuXFxuZm4gbWFpbigpIHtcXG4gICAgbGV0IHdvcmRzID0gdmVjIVtcIlx1MDBFOVwiLnRvX3N0cmluZygpLCBcIlx1RDgzRVx1REQ4MFwiLnRvX3N0cmluZygpXTtcXG4gICAgcHJpbnRsbiEoXCJ7fVwiLCByZXBvcnQod29yZHMpKTtcXG4gICAgcHJpbnRsbiEoXCJ7Oj99XCIsIHdvcmRzKTtcXG59XFxuJyxcbiAgKTtcbiAgY29uc3QgcGFnZSA9IGF3YWl0IHdvcmtiZW5jaC5vcGVuKGNyYXRlLCBtYWluKTtcbiAgZm9yIChsZXQgaSA9IDA7IGkgPCA1OyBpKyspIHtcbiAgICBhd2FpdCBwYWdlLndhaXRGb3JUaW1lb3V0KDUwMDApO1xuICAgIGNvbnNvbGUubG9nKGF3YWl0IHBhZ2UubG9jYXRvcihcIi5zdGF0dXNiYXItaXRlbVwiKS5hbGxJbm5lclRleHRzKCkpO1xuICAgIGF3YWl0IHBhZ2Uuc2NyZWVuc2hvdCh7IHBhdGg6IGAvdG1wL3ZzYy90cnkke2l9LnBuZ2AgfSk7XG4gIH1cbiAgY29uc29sZS5sb2coWy4uLndvcmtiZW5jaC5vdXRzaWRlXSk7XG4gIGF3YWl0IHdvcmtiZW5jaC5zdG9wKCk7XG59KSgpO1xuIiwgIi8qKlxuICogVGhlIHJlYWwgd29ya2JlbmNoOiBWUyBDb2RlJ3Mgc2VydmVyIHdpdGggdGhyb3ctYXdheSBmb2xkZXJzLCBvcGVuZWQgaW4gaGVhZGxlc3MgQ2hyb21pdW0uXG4gKlxuICogUHJvZ3JhbXMgY29tZSBmcm9tIHRoZSBlbnZpcm9ubWVudDogQ09ERV9TRVJWRVIgKHRoZSBmb2xkZXIgdGhhdCBpbnN0YWxsLWNvZGUtc2VydmVyLnNoIG1hZGUpLFxuICogQ0hST01JVU0sIFJVU1RfQU5BTFlaRVIsIFJVU1RNRU5ELlxuICovXG5cbmltcG9ydCB7IHNwYXduLCB0eXBlIENoaWxkUHJvY2VzcyB9IGZyb20gXCJub2RlOmNoaWxkX3Byb2Nlc3NcIjtcbmltcG9ydCB7IGNwU3luYywgbWtkaXJTeW5jLCBta2R0ZW1wU3luYywgcm1TeW5jLCB3cml0ZUZpbGVTeW5jIH0gZnJvbSBcIm5vZGU6ZnNcIjtcbmltcG9ydCB7IGNyZWF0ZVNlcnZlciwgdHlwZSBBZGRyZXNzSW5mbyB9IGZyb20gXCJub2RlOm5ldFwiO1xuaW1wb3J0IHsgdG1wZGlyIH0gZnJvbSBcIm5vZGU6b3NcIjtcbmltcG9ydCB7IGRpcm5hbWUsIGpvaW4gfSBmcm9tIFwibm9kZTpwYXRoXCI7XG5pbXBvcnQgeyBzZXRUaW1lb3V0IGFzIHNsZWVwIH0gZnJvbSBcIm5vZGU6dGltZXJzL3Byb21pc2VzXCI7XG5pbXBvcnQgeyBjaHJvbWl1bSwgdHlwZSBCcm93c2VyLCB0eXBlIFBhZ2UgfSBmcm9tIFwicGxheXdyaWdodC1jb3JlXCI7XG5cbmNvbnN0IFNUQVJUX01TID0gNjBfMDAwO1xuXG5leHBvcnQgaW50ZXJmYWNlIE9wdGlvbnMge1xuICByZWFkb25seSBzZXR0aW5ncz86IFJlY29yZDxzdHJpbmcsIHVua25vd24+O1xuICAvKiogV2hldGhlciBldmVyeSB3b3Jrc3BhY2UgaXMgdHJ1c3RlZCB3aXRob3V0IGFza2luZy4gKi9cbiAgcmVhZG9ubHkgdHJ1c3RlZD86IGJvb2xlYW47XG4gIC8qKiBFeHRlbnNpb25zIHRvIGluc3RhbGwsIGFzIGZvbGRlcnMuICovXG4gIHJlYWRvbmx5IGV4dGVuc2lvbnM/OiByZWFkb25seSBzdHJpbmdbXTtcbn1cblxuZXhwb3J0IGNsYXNzIFdvcmtiZW5jaCB7XG4gIHByaXZhdGUgY29uc3RydWN0b3IoXG4gICAgcHJpdmF0ZSByZWFkb25seSBjb2RlOiBDaGlsZFByb2Nlc3MsXG4gICAgcHJpdmF0ZSByZWFkb25seSBicm93c2VyOiBCcm93c2VyLFxuICAgIHJlYWRvbmx5IG9yaWdpbjogc3RyaW5nLFxuICAgIC8qKiBBIGZvbGRlciB0aGF0IGdvZXMgYXdheSB3aXRoIHRoZSB3b3JrYmVuY2guICovXG4gICAgcmVhZG9ubHkgZm9sZGVyOiBzdHJpbmcsXG4gICAgLyoqIEhvc3RzIG90aGVyIHRoYW4gdGhpcyBtYWNoaW5lIHRoYXQgd2VyZSBhc2tlZCBmb3IgYW55dGhpbmcuICovXG4gICAgcmVhZG9ubHkgb3V0c2lkZTogU2V0PHN0cmluZz4sXG4gICkge31cblxuICBzdGF0aWMgYXN5bmMgc3RhcnQoe1xuICAgIHNldHRpbmdzID0ge30sXG4gICAgdHJ1c3RlZCA9IHRydWUsXG4gICAgZXh0ZW5zaW9ucyA9IFtdLFxuICB9OiBPcHRpb25zKTogUHJvbWlzZTxXb3JrYmVuY2g+IHtcbiAgICBjb25zdCBmb2xkZXIgPSBta2R0ZW1wU3luYyhqb2luKHRtcGRpcigpLCBcInJ1c3RtZW5kIFx1MDBFOSBcIikpO1xuICAgIGNvbnN0IHVzZXIgPSBqb2luKGZvbGRlciwgXCJ1c2VyXCIpO1xuICAgIG1rZGlyU3luYyhqb2luKHVzZXIsIFwiVXNlclwiKSwgeyByZWN1cnNpdmU6IHRydWUgfSk7XG4gICAgd3JpdGVGaWxlU3luYyhqb2luKHVzZXIsIFwiVXNlclwiLCBcInNldHRpbmdzLmpzb25cIiksIEpTT04uc3RyaW5naWZ5KHsgLi4uUVVJRVQsIC4uLnNldHRpbmdzIH0pKTtcbiAgICBpbnN0YWxsRXh0ZW5zaW9ucyhqb2luKGZvbGRlciwgXCJleHRlbnNpb25zXCIpLCBleHRlbnNpb25zKTtcbiAgICBjb25zdCBwb3J0ID0gYXdhaXQgZnJlZVBvcnQoKTtcbiAgICBjb25zdCBjb2RlID0gc3Bhd24oXG4gICAgICBqb2luKG5lZWRlZChcIkNPREVfU0VSVkVSXCIpLCBcImJpblwiLCBcInZzY29kZS1zZXJ2ZXJcIiksXG4gICAgICBbXG4gICAgICAgIC4uLltcIi0taG9zdFwiLCBcIjEyNy4wLjAuMVwiLCBcIi0tcG9ydFwiLCBTdHJpbmcocG9ydCksIFwiLS13aXRob3V0LWNvbm5lY3Rpb24tdG9rZW5cIl0sXG4gICAgICAgIC4uLltcIi0tYWNjZXB0LXNlcnZlci1saWNlbnNlLXRlcm1zXCIsIFwiLS1lbmFibGUtc21va2UtdGVzdC1kcml2ZXJcIl0sXG4gICAgICAgIC4uLih0cnVzdGVkID8gW1wiLS1kaXNhYmxlLXdvcmtzcGFjZS10cnVzdFwiXSA6IFtdKSxcbiAgICAgICAgLi4uW1wiLS10ZWxlbWV0cnktbGV2ZWxcIiwgXCJvZmZcIiwgXCItLXNlcnZlci1kYXRhLWRpclwiLCBqb2luKGZvbGRlciwgXCJzZXJ2ZXJcIildLFxuICAgICAgICAuLi5bXCItLXVzZXItZGF0YS1kaXJcIiwgdXNlciwgXCItLWV4dGVuc2lvbnMtZGlyXCIsIGpvaW4oZm9sZGVyLCBcImV4dGVuc2lvbnNcIildLFxuICAgICAgXSxcbiAgICAgIC8vIGEgZ3JvdXAgb2YgaXRzIG93biwgc28gdGhhdCBldmVyeXRoaW5nIGl0IHN0YXJ0cyBlbmRzIHdpdGggaXRcbiAgICAgIHtcbiAgICAgICAgZGV0YWNoZWQ6IHRydWUsXG4gICAgICAgIHN0ZGlvOiBwcm9jZXNzLmVudltcIlZFUkJPU0VcIl0gPyBcImluaGVyaXRcIiA6IFwiaWdub3JlXCIsXG4gICAgICAgIGVudjogZW52aXJvbm1lbnQoZm9sZGVyKSxcbiAgICAgIH0sXG4gICAgKTtcbiAgICBjb25zdCBvcmlnaW4gPSBgaHR0cDovLzEyNy4wLjAuMToke3BvcnR9YDtcbiAgICBhd2FpdCBhbnN3ZXJpbmcob3JpZ2luKTtcbiAgICBjb25zdCBicm93c2VyID0gYXdhaXQgY2hyb21pdW0ubGF1bmNoKHsgZXhlY3V0YWJsZVBhdGg6IG5lZWRlZChcIkNIUk9NSVVNXCIpLCBhcmdzOiBDSFJPTUlVTSB9KTtcbiAgICByZXR1cm4gbmV3IFdvcmtiZW5jaChjb2RlLCBicm93c2VyLCBvcmlnaW4sIGZvbGRlciwgbmV3IFNldCgpKTtcbiAgfVxuXG4gIC8qKiBPcGVuIGEgZm9sZGVyLCBhbmQgYSBmaWxlIG9mIGl0LiAqL1xuICBhc3luYyBvcGVuKGZvbGRlcjogc3RyaW5nLCBmaWxlPzogc3RyaW5nLCBwYXlsb2FkOiByZWFkb25seSBzdHJpbmdbXVtdID0gW10pOiBQcm9taXNlPFBhZ2U+IHtcbiAgICBjb25zdCBwYWdlID0gYXdhaXQgdGhpcy5wYWdlKCk7XG4gICAgYXdhaXQgcGFnZS5nb3RvKHRoaXMudXJsKGZvbGRlciwgZmlsZSwgcGF5bG9hZCksIHsgd2FpdFVudGlsOiBcImRvbWNvbnRlbnRsb2FkZWRcIiB9KTtcbiAgICBhd2FpdCBwYWdlLndhaXRGb3JTZWxlY3RvcihcIi5tb25hY28td29ya2JlbmNoXCIsIHsgdGltZW91dDogU1RBUlRfTVMgfSk7XG4gICAgaWYgKGZpbGUgIT09IHVuZGVmaW5lZCkge1xuICAgICAgYXdhaXQgcGFnZS53YWl0Rm9yU2VsZWN0b3IoXCIubW9uYWNvLWVkaXRvciAudmlldy1saW5lXCIsIHsgdGltZW91dDogU1RBUlRfTVMgfSk7XG4gICAgfVxuICAgIHJldHVybiBwYWdlO1xuICB9XG5cbiAgLyoqIEEgcGFnZSB0aGF0IHNob3dzIG5vdGhpbmcgeWV0LiAqL1xuICBhc3luYyBwYWdlKCk6IFByb21pc2U8UGFnZT4ge1xuICAgIGNvbnN0IGNvbnRleHQgPSBhd2FpdCB0aGlzLmJyb3dzZXIubmV3Q29udGV4dCh7XG4gICAgICB2aWV3cG9ydDogeyB3aWR0aDogMTI4MCwgaGVpZ2h0OiA4MDAgfSxcbiAgICAgIGRldmljZVNjYWxlRmFjdG9yOiAyLFxuICAgIH0pO1xuICAgIGNvbnN0IHBhZ2UgPSBhd2FpdCBjb250ZXh0Lm5ld1BhZ2UoKTtcbiAgICBwYWdlLm9uKFwicmVxdWVzdFwiLCAocmVxdWVzdCkgPT4ge1xuICAgICAgY29uc3QgeyBob3N0bmFtZSwgcHJvdG9jb2wgfSA9IG5ldyBVUkwocmVxdWVzdC51cmwoKSk7XG4gICAgICBpZiAocHJvdG9jb2wuc3RhcnRzV2l0aChcImh0dHBcIikgJiYgIUxPT1BCQUNLLmluY2x1ZGVzKGhvc3RuYW1lKSkge1xuICAgICAgICB0aGlzLm91dHNpZGUuYWRkKGhvc3RuYW1lKTtcbiAgICAgIH1cbiAgICB9KTtcbiAgICByZXR1cm4gcGFnZTtcbiAgfVxuXG4gIHVybChmb2xkZXI6IHN0cmluZywgZmlsZT86IHN0cmluZywgcGF5bG9hZDogcmVhZG9ubHkgc3RyaW5nW11bXSA9IFtdKTogc3RyaW5nIHtcbiAgICBjb25zdCB1cmwgPSBuZXcgVVJMKHRoaXMub3JpZ2luKTtcbiAgICB1cmwuc2VhcmNoUGFyYW1zLnNldChcImZvbGRlclwiLCBmb2xkZXIpO1xuICAgIGNvbnN0IG9wZW4gPVxuICAgICAgZmlsZSA9PT0gdW5kZWZpbmVkID8gW10gOiBbW1wib3BlbkZpbGVcIiwgYHZzY29kZS1yZW1vdGU6Ly8ke3VybC5ob3N0fSR7ZW5jb2RlVVJJKGZpbGUpfWBdXTtcbiAgICB1cmwuc2VhcmNoUGFyYW1zLnNldChcInBheWxvYWRcIiwgSlNPTi5zdHJpbmdpZnkoW1tcInNraXBXZWxjb21lXCIsIFwidHJ1ZVwiXSwgLi4ub3BlbiwgLi4ucGF5bG9hZF0pKTtcbiAgICByZXR1cm4gdXJsLmhyZWY7XG4gIH1cblxuICBhc3luYyBzdG9wKCk6IFByb21pc2U8dm9pZD4ge1xuICAgIGF3YWl0IHRoaXMuYnJvd3Nlci5jbG9zZSgpO1xuICAgIGlmICh0aGlzLmNvZGUucGlkICE9PSB1bmRlZmluZWQgJiYgdGhpcy5jb2RlLmV4aXRDb2RlID09PSBudWxsKSB7XG4gICAgICBjb25zdCBlbmRlZCA9IG5ldyBQcm9taXNlKChyZXNvbHZlKSA9PiB0aGlzLmNvZGUub25jZShcImV4aXRcIiwgcmVzb2x2ZSkpO1xuICAgICAgcHJvY2Vzcy5raWxsKC10aGlzLmNvZGUucGlkLCBcIlNJR1RFUk1cIik7XG4gICAgICBhd2FpdCBQcm9taXNlLnJhY2UoW2VuZGVkLCBzbGVlcCg1XzAwMCldKTtcbiAgICAgIGVuZEdyb3VwKHRoaXMuY29kZS5waWQpO1xuICAgIH1cbiAgICBybVN5bmModGhpcy5mb2xkZXIsIHsgcmVjdXJzaXZlOiB0cnVlLCBmb3JjZTogdHJ1ZSwgbWF4UmV0cmllczogNSB9KTtcbiAgfVxufVxuXG4vKiogQSB0b29sIG9mIHRoZSB0ZXN0cywgYnkgdGhlIHZhcmlhYmxlIHRoYXQgbmFtZXMgaXQuICovXG5leHBvcnQgZnVuY3Rpb24gbmVlZGVkKG5hbWU6IHN0cmluZyk6IHN0cmluZyB7XG4gIGNvbnN0IHZhbHVlID0gcHJvY2Vzcy5lbnZbbmFtZV07XG4gIGlmICghdmFsdWUpIHtcbiAgICB0aHJvdyBuZXcgRXJyb3IoYCR7bmFtZX0gaXMgbm90IHNldDogcnVuIHRoZXNlIHRlc3RzIHdpdGggcHl0ZXN0LCB3aGljaCBmaW5kcyB0aGUgdG9vbHNgKTtcbiAgfVxuICByZXR1cm4gdmFsdWU7XG59XG5cbmNvbnN0IExPT1BCQUNLID0gW1wiMTI3LjAuMC4xXCIsIFwibG9jYWxob3N0XCJdO1xuXG5jb25zdCBDSFJPTUlVTSA9IFtcbiAgLi4uW1wiLS1uby1zYW5kYm94XCIsIFwiLS1kaXNhYmxlLWdwdVwiLCBcIi0tZGlzYWJsZS1xdWljXCIsIFwiLS1uby1maXJzdC1ydW5cIl0sXG4gIC4uLltcIi0tZGlzYWJsZS1iYWNrZ3JvdW5kLW5ldHdvcmtpbmdcIiwgXCItLWRpc2FibGUtY29tcG9uZW50LXVwZGF0ZVwiLCBcIi0tZGlzYWJsZS1zeW5jXCJdLFxuXTtcblxuY29uc3QgUVVJRVQgPSB7XG4gIFwiY2hhdC5kaXNhYmxlQUlGZWF0dXJlc1wiOiB0cnVlLFxuICBcImV4dGVuc2lvbnMuYXV0b0NoZWNrVXBkYXRlc1wiOiBmYWxzZSxcbiAgXCJmaWxlcy5hdXRvU2F2ZVwiOiBcIm9mZlwiLFxuICBcImdpdC5lbmFibGVkXCI6IGZhbHNlLFxuICBcInNlY3VyaXR5LndvcmtzcGFjZS50cnVzdC5zdGFydHVwUHJvbXB0XCI6IFwibmV2ZXJcIixcbiAgXCJ0ZWxlbWV0cnkudGVsZW1ldHJ5TGV2ZWxcIjogXCJvZmZcIixcbiAgXCJ1cGRhdGUubW9kZVwiOiBcIm5vbmVcIixcbiAgXCJ3aW5kb3cuY29tbWFuZENlbnRlclwiOiBmYWxzZSxcbiAgXCJ3b3JrYmVuY2guY29sb3JUaGVtZVwiOiBcIkRlZmF1bHQgRGFyayBNb2Rlcm5cIixcbiAgXCJ3b3JrYmVuY2gubGF5b3V0Q29udHJvbC5lbmFibGVkXCI6IGZhbHNlLFxuICBcIndvcmtiZW5jaC5zdGFydHVwRWRpdG9yXCI6IFwibm9uZVwiLFxuICBcIndvcmtiZW5jaC50aXBzLmVuYWJsZWRcIjogZmFsc2UsXG59O1xuXG5mdW5jdGlvbiBlbnZpcm9ubWVudChmb2xkZXI6IHN0cmluZyk6IE5vZGVKUy5Qcm9jZXNzRW52IHtcbiAgcmV0dXJuIHtcbiAgICAuLi5wcm9jZXNzLmVudixcbiAgICAvLyBhbiBlbXB0eSBnYWxsZXJ5OiB0aGUgd29ya2JlbmNoIGFza3Mgbm8gbWFya2V0cGxhY2VcbiAgICBFWFRFTlNJT05TX0dBTExFUlk6IEpTT04uc3RyaW5naWZ5KHsgc2VydmljZVVybDogXCJcIiB9KSxcbiAgICBYREdfQ0FDSEVfSE9NRTogam9pbihmb2xkZXIsIFwiY2FjaGVcIiksXG4gICAgWERHX0NPTkZJR19IT01FOiBqb2luKGZvbGRlciwgXCJjb25maWdcIiksXG4gICAgWERHX0RBVEFfSE9NRTogam9pbihmb2xkZXIsIFwiZGF0YVwiKSxcbiAgICBYREdfU1RBVEVfSE9NRTogam9pbihmb2xkZXIsIFwic3RhdGVcIiksXG4gIH07XG59XG5cbmZ1bmN0aW9uIGluc3RhbGxFeHRlbnNpb25zKHRvOiBzdHJpbmcsIGZvbGRlcnM6IHJlYWRvbmx5IHN0cmluZ1tdKTogdm9pZCB7XG4gIG1rZGlyU3luYyh0bywgeyByZWN1cnNpdmU6IHRydWUgfSk7XG4gIGZvciAoY29uc3QgW2luZGV4LCBmb2xkZXJdIG9mIGZvbGRlcnMuZW50cmllcygpKSB7XG4gICAgY29uc3QgeyBkaXIgfSA9IHsgZGlyOiBqb2luKHRvLCBgZXh0ZW5zaW9uLSR7aW5kZXh9YCkgfTtcbiAgICBjcFN5bmMoZm9sZGVyLCBkaXIsIHtcbiAgICAgIHJlY3Vyc2l2ZTogdHJ1ZSxcbiAgICAgIGZpbHRlcjogKHBhdGgpID0+XG4gICAgICAgICFbXCJub2RlX21vZHVsZXNcIiwgXCJvdXRcIiwgXCJ0ZXN0XCJdLnNvbWUoKG5hbWUpID0+IHBhdGggPT09IGpvaW4oZm9sZGVyLCBuYW1lKSksXG4gICAgfSk7XG4gIH1cbn1cblxuZnVuY3Rpb24gZnJlZVBvcnQoKTogUHJvbWlzZTxudW1iZXI+IHtcbiAgcmV0dXJuIG5ldyBQcm9taXNlKChyZXNvbHZlLCByZWplY3QpID0+IHtcbiAgICBjb25zdCBzZXJ2ZXIgPSBjcmVhdGVTZXJ2ZXIoKTtcbiAgICBzZXJ2ZXIub25jZShcImVycm9yXCIsIHJlamVjdCk7XG4gICAgc2VydmVyLmxpc3RlbigwLCBcIjEyNy4wLjAuMVwiLCAoKSA9PiB7XG4gICAgICBjb25zdCB7IHBvcnQgfSA9IHNlcnZlci5hZGRyZXNzKCkgYXMgQWRkcmVzc0luZm87XG4gICAgICBzZXJ2ZXIuY2xvc2UoKCkgPT4gcmVzb2x2ZShwb3J0KSk7XG4gICAgfSk7XG4gIH0pO1xufVxuXG5hc3luYyBmdW5jdGlvbiBhbnN3ZXJpbmcob3JpZ2luOiBzdHJpbmcpOiBQcm9taXNlPHZvaWQ+IHtcbiAgY29uc3QgbGltaXQgPSBEYXRlLm5vdygpICsgU1RBUlRfTVM7XG4gIGZvciAoOzspIHtcbiAgICB0cnkge1xuICAgICAgYXdhaXQgZmV0Y2gob3JpZ2luKTtcbiAgICAgIHJldHVybjtcbiAgICB9IGNhdGNoIChlcnJvcikge1xuICAgICAgaWYgKERhdGUubm93KCkgPiBsaW1pdCkge1xuICAgICAgICB0aHJvdyBlcnJvcjtcbiAgICAgIH1cbiAgICAgIGF3YWl0IHNsZWVwKDEwMCk7XG4gICAgfVxuICB9XG59XG5cbmZ1bmN0aW9uIGVuZEdyb3VwKHBpZDogbnVtYmVyKTogdm9pZCB7XG4gIHRyeSB7XG4gICAgcHJvY2Vzcy5raWxsKC1waWQsIFwiU0lHS0lMTFwiKTtcbiAgfSBjYXRjaCB7XG4gICAgLy8gYWxsIG9mIGl0IGhhcyBlbmRlZFxuICB9XG59XG5cbi8qKiBUaGUgZm9sZGVyIG9mIHRoaXMgZXh0ZW5zaW9uLCBmcm9tIGEgYnVuZGxlZCB0ZXN0LiAqL1xuZXhwb3J0IGNvbnN0IEVYVEVOU0lPTiA9IGRpcm5hbWUoZGlybmFtZShfX2Rpcm5hbWUpKTtcbiJdLAogICJtYXBwaW5ncyI6ICI7OztBQUFBLElBQUFBLGtCQUF5QztBQUN6QyxJQUFBQyxvQkFBcUI7OztBQ01yQixnQ0FBeUM7QUFDekMscUJBQXNFO0FBQ3RFLHNCQUErQztBQUMvQyxxQkFBdUI7QUFDdkIsdUJBQThCO0FBQzlCLHNCQUFvQztBQUNwQyw2QkFBa0Q7QUFFbEQsSUFBTSxXQUFXO0FBVVYsSUFBTSxZQUFOLE1BQU0sV0FBVTtBQUFBLEVBQ2IsWUFDVyxNQUNBLFNBQ1IsUUFFQSxRQUVBLFNBQ1Q7QUFQaUI7QUFDQTtBQUNSO0FBRUE7QUFFQTtBQUFBLEVBQ1I7QUFBQSxFQVBnQjtBQUFBLEVBQ0E7QUFBQSxFQUNSO0FBQUEsRUFFQTtBQUFBLEVBRUE7QUFBQSxFQUdYLGFBQWEsTUFBTTtBQUFBLElBQ2pCLFdBQVcsQ0FBQztBQUFBLElBQ1osVUFBVTtBQUFBLElBQ1YsYUFBYSxDQUFDO0FBQUEsRUFDaEIsR0FBZ0M7QUFDOUIsVUFBTSxhQUFTLGdDQUFZLDJCQUFLLHVCQUFPLEdBQUcsZ0JBQWEsQ0FBQztBQUN4RCxVQUFNLFdBQU8sdUJBQUssUUFBUSxNQUFNO0FBQ2hDLHNDQUFVLHVCQUFLLE1BQU0sTUFBTSxHQUFHLEVBQUUsV0FBVyxLQUFLLENBQUM7QUFDakQsMENBQWMsdUJBQUssTUFBTSxRQUFRLGVBQWUsR0FBRyxLQUFLLFVBQVUsRUFBRSxHQUFHLE9BQU8sR0FBRyxTQUFTLENBQUMsQ0FBQztBQUM1RiwwQkFBa0IsdUJBQUssUUFBUSxZQUFZLEdBQUcsVUFBVTtBQUN4RCxVQUFNLE9BQU8sTUFBTSxTQUFTO0FBQzVCLFVBQU0sV0FBTztBQUFBLFVBQ1gsdUJBQUssT0FBTyxhQUFhLEdBQUcsT0FBTyxlQUFlO0FBQUEsTUFDbEQ7QUFBQSxRQUNFLEdBQUcsQ0FBQyxVQUFVLGFBQWEsVUFBVSxPQUFPLElBQUksR0FBRyw0QkFBNEI7QUFBQSxRQUMvRSxHQUFHLENBQUMsaUNBQWlDLDRCQUE0QjtBQUFBLFFBQ2pFLEdBQUksVUFBVSxDQUFDLDJCQUEyQixJQUFJLENBQUM7QUFBQSxRQUMvQyxHQUFHLENBQUMscUJBQXFCLE9BQU8seUJBQXFCLHVCQUFLLFFBQVEsUUFBUSxDQUFDO0FBQUEsUUFDM0UsR0FBRyxDQUFDLG1CQUFtQixNQUFNLHdCQUFvQix1QkFBSyxRQUFRLFlBQVksQ0FBQztBQUFBLE1BQzdFO0FBQUE7QUFBQSxNQUVBO0FBQUEsUUFDRSxVQUFVO0FBQUEsUUFDVixPQUFPLFFBQVEsSUFBSSxTQUFTLElBQUksWUFBWTtBQUFBLFFBQzVDLEtBQUssWUFBWSxNQUFNO0FBQUEsTUFDekI7QUFBQSxJQUNGO0FBQ0EsVUFBTSxTQUFTLG9CQUFvQixJQUFJO0FBQ3ZDLFVBQU0sVUFBVSxNQUFNO0FBQ3RCLFVBQU0sVUFBVSxNQUFNLGdDQUFTLE9BQU8sRUFBRSxnQkFBZ0IsT0FBTyxVQUFVLEdBQUcsTUFBTSxTQUFTLENBQUM7QUFDNUYsV0FBTyxJQUFJLFdBQVUsTUFBTSxTQUFTLFFBQVEsUUFBUSxvQkFBSSxJQUFJLENBQUM7QUFBQSxFQUMvRDtBQUFBO0FBQUEsRUFHQSxNQUFNLEtBQUssUUFBZ0IsTUFBZSxVQUErQixDQUFDLEdBQWtCO0FBQzFGLFVBQU0sT0FBTyxNQUFNLEtBQUssS0FBSztBQUM3QixVQUFNLEtBQUssS0FBSyxLQUFLLElBQUksUUFBUSxNQUFNLE9BQU8sR0FBRyxFQUFFLFdBQVcsbUJBQW1CLENBQUM7QUFDbEYsVUFBTSxLQUFLLGdCQUFnQixxQkFBcUIsRUFBRSxTQUFTLFNBQVMsQ0FBQztBQUNyRSxRQUFJLFNBQVMsUUFBVztBQUN0QixZQUFNLEtBQUssZ0JBQWdCLDZCQUE2QixFQUFFLFNBQVMsU0FBUyxDQUFDO0FBQUEsSUFDL0U7QUFDQSxXQUFPO0FBQUEsRUFDVDtBQUFBO0FBQUEsRUFHQSxNQUFNLE9BQXNCO0FBQzFCLFVBQU0sVUFBVSxNQUFNLEtBQUssUUFBUSxXQUFXO0FBQUEsTUFDNUMsVUFBVSxFQUFFLE9BQU8sTUFBTSxRQUFRLElBQUk7QUFBQSxNQUNyQyxtQkFBbUI7QUFBQSxJQUNyQixDQUFDO0FBQ0QsVUFBTSxPQUFPLE1BQU0sUUFBUSxRQUFRO0FBQ25DLFNBQUssR0FBRyxXQUFXLENBQUMsWUFBWTtBQUM5QixZQUFNLEVBQUUsVUFBVSxTQUFTLElBQUksSUFBSSxJQUFJLFFBQVEsSUFBSSxDQUFDO0FBQ3BELFVBQUksU0FBUyxXQUFXLE1BQU0sS0FBSyxDQUFDLFNBQVMsU0FBUyxRQUFRLEdBQUc7QUFDL0QsYUFBSyxRQUFRLElBQUksUUFBUTtBQUFBLE1BQzNCO0FBQUEsSUFDRixDQUFDO0FBQ0QsV0FBTztBQUFBLEVBQ1Q7QUFBQSxFQUVBLElBQUksUUFBZ0IsTUFBZSxVQUErQixDQUFDLEdBQVc7QUFDNUUsVUFBTSxNQUFNLElBQUksSUFBSSxLQUFLLE1BQU07QUFDL0IsUUFBSSxhQUFhLElBQUksVUFBVSxNQUFNO0FBQ3JDLFVBQU0sT0FDSixTQUFTLFNBQVksQ0FBQyxJQUFJLENBQUMsQ0FBQyxZQUFZLG1CQUFtQixJQUFJLElBQUksR0FBRyxVQUFVLElBQUksQ0FBQyxFQUFFLENBQUM7QUFDMUYsUUFBSSxhQUFhLElBQUksV0FBVyxLQUFLLFVBQVUsQ0FBQyxDQUFDLGVBQWUsTUFBTSxHQUFHLEdBQUcsTUFBTSxHQUFHLE9BQU8sQ0FBQyxDQUFDO0FBQzlGLFdBQU8sSUFBSTtBQUFBLEVBQ2I7QUFBQSxFQUVBLE1BQU0sT0FBc0I7QUFDMUIsVUFBTSxLQUFLLFFBQVEsTUFBTTtBQUN6QixRQUFJLEtBQUssS0FBSyxRQUFRLFVBQWEsS0FBSyxLQUFLLGFBQWEsTUFBTTtBQUM5RCxZQUFNLFFBQVEsSUFBSSxRQUFRLENBQUMsWUFBWSxLQUFLLEtBQUssS0FBSyxRQUFRLE9BQU8sQ0FBQztBQUN0RSxjQUFRLEtBQUssQ0FBQyxLQUFLLEtBQUssS0FBSyxTQUFTO0FBQ3RDLFlBQU0sUUFBUSxLQUFLLENBQUMsV0FBTyxnQkFBQUMsWUFBTSxHQUFLLENBQUMsQ0FBQztBQUN4QyxlQUFTLEtBQUssS0FBSyxHQUFHO0FBQUEsSUFDeEI7QUFDQSwrQkFBTyxLQUFLLFFBQVEsRUFBRSxXQUFXLE1BQU0sT0FBTyxNQUFNLFlBQVksRUFBRSxDQUFDO0FBQUEsRUFDckU7QUFDRjtBQUdPLFNBQVMsT0FBTyxNQUFzQjtBQUMzQyxRQUFNLFFBQVEsUUFBUSxJQUFJLElBQUk7QUFDOUIsTUFBSSxDQUFDLE9BQU87QUFDVixVQUFNLElBQUksTUFBTSxHQUFHLElBQUksaUVBQWlFO0FBQUEsRUFDMUY7QUFDQSxTQUFPO0FBQ1Q7QUFFQSxJQUFNLFdBQVcsQ0FBQyxhQUFhLFdBQVc7QUFFMUMsSUFBTSxXQUFXO0FBQUEsRUFDZixHQUFHLENBQUMsZ0JBQWdCLGlCQUFpQixrQkFBa0IsZ0JBQWdCO0FBQUEsRUFDdkUsR0FBRyxDQUFDLG1DQUFtQyw4QkFBOEIsZ0JBQWdCO0FBQ3ZGO0FBRUEsSUFBTSxRQUFRO0FBQUEsRUFDWiwwQkFBMEI7QUFBQSxFQUMxQiwrQkFBK0I7QUFBQSxFQUMvQixrQkFBa0I7QUFBQSxFQUNsQixlQUFlO0FBQUEsRUFDZiwwQ0FBMEM7QUFBQSxFQUMxQyw0QkFBNEI7QUFBQSxFQUM1QixlQUFlO0FBQUEsRUFDZix3QkFBd0I7QUFBQSxFQUN4Qix3QkFBd0I7QUFBQSxFQUN4QixtQ0FBbUM7QUFBQSxFQUNuQywyQkFBMkI7QUFBQSxFQUMzQiwwQkFBMEI7QUFDNUI7QUFFQSxTQUFTLFlBQVksUUFBbUM7QUFDdEQsU0FBTztBQUFBLElBQ0wsR0FBRyxRQUFRO0FBQUE7QUFBQSxJQUVYLG9CQUFvQixLQUFLLFVBQVUsRUFBRSxZQUFZLEdBQUcsQ0FBQztBQUFBLElBQ3JELG9CQUFnQix1QkFBSyxRQUFRLE9BQU87QUFBQSxJQUNwQyxxQkFBaUIsdUJBQUssUUFBUSxRQUFRO0FBQUEsSUFDdEMsbUJBQWUsdUJBQUssUUFBUSxNQUFNO0FBQUEsSUFDbEMsb0JBQWdCLHVCQUFLLFFBQVEsT0FBTztBQUFBLEVBQ3RDO0FBQ0Y7QUFFQSxTQUFTLGtCQUFrQixJQUFZLFNBQWtDO0FBQ3ZFLGdDQUFVLElBQUksRUFBRSxXQUFXLEtBQUssQ0FBQztBQUNqQyxhQUFXLENBQUMsT0FBTyxNQUFNLEtBQUssUUFBUSxRQUFRLEdBQUc7QUFDL0MsVUFBTSxFQUFFLElBQUksSUFBSSxFQUFFLFNBQUssdUJBQUssSUFBSSxhQUFhLEtBQUssRUFBRSxFQUFFO0FBQ3RELCtCQUFPLFFBQVEsS0FBSztBQUFBLE1BQ2xCLFdBQVc7QUFBQSxNQUNYLFFBQVEsQ0FBQyxTQUNQLENBQUMsQ0FBQyxnQkFBZ0IsT0FBTyxNQUFNLEVBQUUsS0FBSyxDQUFDLFNBQVMsYUFBUyx1QkFBSyxRQUFRLElBQUksQ0FBQztBQUFBLElBQy9FLENBQUM7QUFBQSxFQUNIO0FBQ0Y7QUFFQSxTQUFTLFdBQTRCO0FBQ25DLFNBQU8sSUFBSSxRQUFRLENBQUMsU0FBUyxXQUFXO0FBQ3RDLFVBQU0sYUFBUyw4QkFBYTtBQUM1QixXQUFPLEtBQUssU0FBUyxNQUFNO0FBQzNCLFdBQU8sT0FBTyxHQUFHLGFBQWEsTUFBTTtBQUNsQyxZQUFNLEVBQUUsS0FBSyxJQUFJLE9BQU8sUUFBUTtBQUNoQyxhQUFPLE1BQU0sTUFBTSxRQUFRLElBQUksQ0FBQztBQUFBLElBQ2xDLENBQUM7QUFBQSxFQUNILENBQUM7QUFDSDtBQUVBLGVBQWUsVUFBVSxRQUErQjtBQUN0RCxRQUFNLFFBQVEsS0FBSyxJQUFJLElBQUk7QUFDM0IsYUFBUztBQUNQLFFBQUk7QUFDRixZQUFNLE1BQU0sTUFBTTtBQUNsQjtBQUFBLElBQ0YsU0FBUyxPQUFPO0FBQ2QsVUFBSSxLQUFLLElBQUksSUFBSSxPQUFPO0FBQ3RCLGNBQU07QUFBQSxNQUNSO0FBQ0EsZ0JBQU0sZ0JBQUFBLFlBQU0sR0FBRztBQUFBLElBQ2pCO0FBQUEsRUFDRjtBQUNGO0FBRUEsU0FBUyxTQUFTLEtBQW1CO0FBQ25DLE1BQUk7QUFDRixZQUFRLEtBQUssQ0FBQyxLQUFLLFNBQVM7QUFBQSxFQUM5QixRQUFRO0FBQUEsRUFFUjtBQUNGO0FBR08sSUFBTSxnQkFBWSw4QkFBUSwwQkFBUSxTQUFTLENBQUM7OztBRDVNbkQsTUFBTSxZQUFZO0FBQ2hCLFFBQU0sWUFBWSxNQUFNLFVBQVUsTUFBTTtBQUFBLElBQ3RDLFVBQVUsRUFBRSxpQkFBaUIsT0FBTyxVQUFVLEVBQUU7QUFBQSxJQUNoRCxZQUFZLENBQUMsZUFBVyx3QkFBSyxXQUFXLE9BQU8sZUFBZSxDQUFDO0FBQUEsRUFDakUsQ0FBQztBQUNELFFBQU0sWUFBUSx3QkFBSyxVQUFVLFFBQVEsWUFBUztBQUM5QyxxQ0FBVSx3QkFBSyxPQUFPLEtBQUssR0FBRyxFQUFFLFdBQVcsS0FBSyxDQUFDO0FBQ2pEO0FBQUEsUUFDRSx3QkFBSyxPQUFPLFlBQVk7QUFBQSxJQUN4QjtBQUFBLEVBQ0Y7QUFDQSxRQUFNLFdBQU8sd0JBQUssT0FBTyxhQUFhO0FBQ3RDO0FBQUEsSUFDRTtBQUFBLElBQ0E7QUFBQSxFQUNGO0FBQ0EsUUFBTSxPQUFPLE1BQU0sVUFBVSxLQUFLLE9BQU8sSUFBSTtBQUM3QyxXQUFTLElBQUksR0FBRyxJQUFJLEdBQUcsS0FBSztBQUMxQixVQUFNLEtBQUssZUFBZSxHQUFJO0FBQzlCLFlBQVEsSUFBSSxNQUFNLEtBQUssUUFBUSxpQkFBaUIsRUFBRSxjQUFjLENBQUM7QUFDakUsVUFBTSxLQUFLLFdBQVcsRUFBRSxNQUFNLGVBQWUsQ0FBQyxPQUFPLENBQUM7QUFBQSxFQUN4RDtBQUNBLFVBQVEsSUFBSSxDQUFDLEdBQUcsVUFBVSxPQUFPLENBQUM7QUFDbEMsUUFBTSxVQUFVLEtBQUs7QUFDdkIsR0FBRzsiLAogICJuYW1lcyI6IFsiaW1wb3J0X25vZGVfZnMiLCAiaW1wb3J0X25vZGVfcGF0aCIsICJzbGVlcCJdCn0K
