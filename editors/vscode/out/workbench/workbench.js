"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// test/workbench/workbench.ts
var workbench_exports = {};
__export(workbench_exports, {
  EXTENSION: () => EXTENSION,
  Workbench: () => Workbench,
  needed: () => needed
});
module.exports = __toCommonJS(workbench_exports);
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  EXTENSION,
  Workbench,
  needed
});
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFsiLi4vLi4vdGVzdC93b3JrYmVuY2gvd29ya2JlbmNoLnRzIl0sCiAgInNvdXJjZXNDb250ZW50IjogWyIvKipcbiAqIFRoZSByZWFsIHdvcmtiZW5jaDogVlMgQ29kZSdzIHNlcnZlciB3aXRoIHRocm93LWF3YXkgZm9sZGVycywgb3BlbmVkIGluIGhlYWRsZXNzIENocm9taXVtLlxuICpcbiAqIFByb2dyYW1zIGNvbWUgZnJvbSB0aGUgZW52aXJvbm1lbnQ6IENPREVfU0VSVkVSICh0aGUgZm9sZGVyIHRoYXQgaW5zdGFsbC1jb2RlLXNlcnZlci5zaCBtYWRlKSxcbiAqIENIUk9NSVVNLCBSVVNUX0FOQUxZWkVSLCBSVVNUTUVORC5cbiAqL1xuXG5pbXBvcnQgeyBzcGF3biwgdHlwZSBDaGlsZFByb2Nlc3MgfSBmcm9tIFwibm9kZTpjaGlsZF9wcm9jZXNzXCI7XG5pbXBvcnQgeyBjcFN5bmMsIG1rZGlyU3luYywgbWtkdGVtcFN5bmMsIHJtU3luYywgd3JpdGVGaWxlU3luYyB9IGZyb20gXCJub2RlOmZzXCI7XG5pbXBvcnQgeyBjcmVhdGVTZXJ2ZXIsIHR5cGUgQWRkcmVzc0luZm8gfSBmcm9tIFwibm9kZTpuZXRcIjtcbmltcG9ydCB7IHRtcGRpciB9IGZyb20gXCJub2RlOm9zXCI7XG5pbXBvcnQgeyBkaXJuYW1lLCBqb2luIH0gZnJvbSBcIm5vZGU6cGF0aFwiO1xuaW1wb3J0IHsgc2V0VGltZW91dCBhcyBzbGVlcCB9IGZyb20gXCJub2RlOnRpbWVycy9wcm9taXNlc1wiO1xuaW1wb3J0IHsgY2hyb21pdW0sIHR5cGUgQnJvd3NlciwgdHlwZSBQYWdlIH0gZnJvbSBcInBsYXl3cmlnaHQtY29yZVwiO1xuXG5jb25zdCBTVEFSVF9NUyA9IDYwXzAwMDtcblxuZXhwb3J0IGludGVyZmFjZSBPcHRpb25zIHtcbiAgcmVhZG9ubHkgc2V0dGluZ3M/OiBSZWNvcmQ8c3RyaW5nLCB1bmtub3duPjtcbiAgLyoqIFdoZXRoZXIgZXZlcnkgd29ya3NwYWNlIGlzIHRydXN0ZWQgd2l0aG91dCBhc2tpbmcuICovXG4gIHJlYWRvbmx5IHRydXN0ZWQ/OiBib29sZWFuO1xuICAvKiogRXh0ZW5zaW9ucyB0byBpbnN0YWxsLCBhcyBmb2xkZXJzLiAqL1xuICByZWFkb25seSBleHRlbnNpb25zPzogcmVhZG9ubHkgc3RyaW5nW107XG59XG5cbmV4cG9ydCBjbGFzcyBXb3JrYmVuY2gge1xuICBwcml2YXRlIGNvbnN0cnVjdG9yKFxuICAgIHByaXZhdGUgcmVhZG9ubHkgY29kZTogQ2hpbGRQcm9jZXNzLFxuICAgIHByaXZhdGUgcmVhZG9ubHkgYnJvd3NlcjogQnJvd3NlcixcbiAgICByZWFkb25seSBvcmlnaW46IHN0cmluZyxcbiAgICAvKiogQSBmb2xkZXIgdGhhdCBnb2VzIGF3YXkgd2l0aCB0aGUgd29ya2JlbmNoLiAqL1xuICAgIHJlYWRvbmx5IGZvbGRlcjogc3RyaW5nLFxuICAgIC8qKiBIb3N0cyBvdGhlciB0aGFuIHRoaXMgbWFjaGluZSB0aGF0IHdlcmUgYXNrZWQgZm9yIGFueXRoaW5nLiAqL1xuICAgIHJlYWRvbmx5IG91dHNpZGU6IFNldDxzdHJpbmc+LFxuICApIHt9XG5cbiAgc3RhdGljIGFzeW5jIHN0YXJ0KHtcbiAgICBzZXR0aW5ncyA9IHt9LFxuICAgIHRydXN0ZWQgPSB0cnVlLFxuICAgIGV4dGVuc2lvbnMgPSBbXSxcbiAgfTogT3B0aW9ucyk6IFByb21pc2U8V29ya2JlbmNoPiB7XG4gICAgY29uc3QgZm9sZGVyID0gbWtkdGVtcFN5bmMoam9pbih0bXBkaXIoKSwgXCJydXN0bWVuZCBcdTAwRTkgXCIpKTtcbiAgICBjb25zdCB1c2VyID0gam9pbihmb2xkZXIsIFwidXNlclwiKTtcbiAgICBta2RpclN5bmMoam9pbih1c2VyLCBcIlVzZXJcIiksIHsgcmVjdXJzaXZlOiB0cnVlIH0pO1xuICAgIHdyaXRlRmlsZVN5bmMoam9pbih1c2VyLCBcIlVzZXJcIiwgXCJzZXR0aW5ncy5qc29uXCIpLCBKU09OLnN0cmluZ2lmeSh7IC4uLlFVSUVULCAuLi5zZXR0aW5ncyB9KSk7XG4gICAgaW5zdGFsbEV4dGVuc2lvbnMoam9pbihmb2xkZXIsIFwiZXh0ZW5zaW9uc1wiKSwgZXh0ZW5zaW9ucyk7XG4gICAgY29uc3QgcG9ydCA9IGF3YWl0IGZyZWVQb3J0KCk7XG4gICAgY29uc3QgY29kZSA9IHNwYXduKFxuICAgICAgam9pbihuZWVkZWQoXCJDT0RFX1NFUlZFUlwiKSwgXCJiaW5cIiwgXCJ2c2NvZGUtc2VydmVyXCIpLFxuICAgICAgW1xuICAgICAgICAuLi5bXCItLWhvc3RcIiwgXCIxMjcuMC4wLjFcIiwgXCItLXBvcnRcIiwgU3RyaW5nKHBvcnQpLCBcIi0td2l0aG91dC1jb25uZWN0aW9uLXRva2VuXCJdLFxuICAgICAgICAuLi5bXCItLWFjY2VwdC1zZXJ2ZXItbGljZW5zZS10ZXJtc1wiLCBcIi0tZW5hYmxlLXNtb2tlLXRlc3QtZHJpdmVyXCJdLFxuICAgICAgICAuLi4odHJ1c3RlZCA/IFtcIi0tZGlzYWJsZS13b3Jrc3BhY2UtdHJ1c3RcIl0gOiBbXSksXG4gICAgICAgIC4uLltcIi0tdGVsZW1ldHJ5LWxldmVsXCIsIFwib2ZmXCIsIFwiLS1zZXJ2ZXItZGF0YS1kaXJcIiwgam9pbihmb2xkZXIsIFwic2VydmVyXCIpXSxcbiAgICAgICAgLi4uW1wiLS11c2VyLWRhdGEtZGlyXCIsIHVzZXIsIFwiLS1leHRlbnNpb25zLWRpclwiLCBqb2luKGZvbGRlciwgXCJleHRlbnNpb25zXCIpXSxcbiAgICAgIF0sXG4gICAgICAvLyBhIGdyb3VwIG9mIGl0cyBvd24sIHNvIHRoYXQgZXZlcnl0aGluZyBpdCBzdGFydHMgZW5kcyB3aXRoIGl0XG4gICAgICB7XG4gICAgICAgIGRldGFjaGVkOiB0cnVlLFxuICAgICAgICBzdGRpbzogcHJvY2Vzcy5lbnZbXCJWRVJCT1NFXCJdID8gXCJpbmhlcml0XCIgOiBcImlnbm9yZVwiLFxuICAgICAgICBlbnY6IGVudmlyb25tZW50KGZvbGRlciksXG4gICAgICB9LFxuICAgICk7XG4gICAgY29uc3Qgb3JpZ2luID0gYGh0dHA6Ly8xMjcuMC4wLjE6JHtwb3J0fWA7XG4gICAgYXdhaXQgYW5zd2VyaW5nKG9yaWdpbik7XG4gICAgY29uc3QgYnJvd3NlciA9IGF3YWl0IGNocm9taXVtLmxhdW5jaCh7IGV4ZWN1dGFibGVQYXRoOiBuZWVkZWQoXCJDSFJPTUlVTVwiKSwgYXJnczogQ0hST01JVU0gfSk7XG4gICAgcmV0dXJuIG5ldyBXb3JrYmVuY2goY29kZSwgYnJvd3Nlciwgb3JpZ2luLCBmb2xkZXIsIG5ldyBTZXQoKSk7XG4gIH1cblxuICAvKiogT3BlbiBhIGZvbGRlciwgYW5kIGEgZmlsZSBvZiBpdC4gKi9cbiAgYXN5bmMgb3Blbihmb2xkZXI6IHN0cmluZywgZmlsZT86IHN0cmluZywgcGF5bG9hZDogcmVhZG9ubHkgc3RyaW5nW11bXSA9IFtdKTogUHJvbWlzZTxQYWdlPiB7XG4gICAgY29uc3QgcGFnZSA9IGF3YWl0IHRoaXMucGFnZSgpO1xuICAgIGF3YWl0IHBhZ2UuZ290byh0aGlzLnVybChmb2xkZXIsIGZpbGUsIHBheWxvYWQpLCB7IHdhaXRVbnRpbDogXCJkb21jb250ZW50bG9hZGVkXCIgfSk7XG4gICAgYXdhaXQgcGFnZS53YWl0Rm9yU2VsZWN0b3IoXCIubW9uYWNvLXdvcmtiZW5jaFwiLCB7IHRpbWVvdXQ6IFNUQVJUX01TIH0pO1xuICAgIGlmIChmaWxlICE9PSB1bmRlZmluZWQpIHtcbiAgICAgIGF3YWl0IHBhZ2Uud2FpdEZvclNlbGVjdG9yKFwiLm1vbmFjby1lZGl0b3IgLnZpZXctbGluZVwiLCB7IHRpbWVvdXQ6IFNUQVJUX01TIH0pO1xuICAgIH1cbiAgICByZXR1cm4gcGFnZTtcbiAgfVxuXG4gIC8qKiBBIHBhZ2UgdGhhdCBzaG93cyBub3RoaW5nIHlldC4gKi9cbiAgYXN5bmMgcGFnZSgpOiBQcm9taXNlPFBhZ2U+IHtcbiAgICBjb25zdCBjb250ZXh0ID0gYXdhaXQgdGhpcy5icm93c2VyLm5ld0NvbnRleHQoe1xuICAgICAgdmlld3BvcnQ6IHsgd2lkdGg6IDEyODAsIGhlaWdodDogODAwIH0sXG4gICAgICBkZXZpY2VTY2FsZUZhY3RvcjogMixcbiAgICB9KTtcbiAgICBjb25zdCBwYWdlID0gYXdhaXQgY29udGV4dC5uZXdQYWdlKCk7XG4gICAgcGFnZS5vbihcInJlcXVlc3RcIiwgKHJlcXVlc3QpID0+IHtcbiAgICAgIGNvbnN0IHsgaG9zdG5hbWUsIHByb3RvY29sIH0gPSBuZXcgVVJMKHJlcXVlc3QudXJsKCkpO1xuICAgICAgaWYgKHByb3RvY29sLnN0YXJ0c1dpdGgoXCJodHRwXCIpICYmICFMT09QQkFDSy5pbmNsdWRlcyhob3N0bmFtZSkpIHtcbiAgICAgICAgdGhpcy5vdXRzaWRlLmFkZChob3N0bmFtZSk7XG4gICAgICB9XG4gICAgfSk7XG4gICAgcmV0dXJuIHBhZ2U7XG4gIH1cblxuICB1cmwoZm9sZGVyOiBzdHJpbmcsIGZpbGU/OiBzdHJpbmcsIHBheWxvYWQ6IHJlYWRvbmx5IHN0cmluZ1tdW10gPSBbXSk6IHN0cmluZyB7XG4gICAgY29uc3QgdXJsID0gbmV3IFVSTCh0aGlzLm9yaWdpbik7XG4gICAgdXJsLnNlYXJjaFBhcmFtcy5zZXQoXCJmb2xkZXJcIiwgZm9sZGVyKTtcbiAgICBjb25zdCBvcGVuID1cbiAgICAgIGZpbGUgPT09IHVuZGVmaW5lZCA/IFtdIDogW1tcIm9wZW5GaWxlXCIsIGB2c2NvZGUtcmVtb3RlOi8vJHt1cmwuaG9zdH0ke2VuY29kZVVSSShmaWxlKX1gXV07XG4gICAgdXJsLnNlYXJjaFBhcmFtcy5zZXQoXCJwYXlsb2FkXCIsIEpTT04uc3RyaW5naWZ5KFtbXCJza2lwV2VsY29tZVwiLCBcInRydWVcIl0sIC4uLm9wZW4sIC4uLnBheWxvYWRdKSk7XG4gICAgcmV0dXJuIHVybC5ocmVmO1xuICB9XG5cbiAgYXN5bmMgc3RvcCgpOiBQcm9taXNlPHZvaWQ+IHtcbiAgICBhd2FpdCB0aGlzLmJyb3dzZXIuY2xvc2UoKTtcbiAgICBpZiAodGhpcy5jb2RlLnBpZCAhPT0gdW5kZWZpbmVkICYmIHRoaXMuY29kZS5leGl0Q29kZSA9PT0gbnVsbCkge1xuICAgICAgY29uc3QgZW5kZWQgPSBuZXcgUHJvbWlzZSgocmVzb2x2ZSkgPT4gdGhpcy5jb2RlLm9uY2UoXCJleGl0XCIsIHJlc29sdmUpKTtcbiAgICAgIHByb2Nlc3Mua2lsbCgtdGhpcy5jb2RlLnBpZCwgXCJTSUdURVJNXCIpO1xuICAgICAgYXdhaXQgUHJvbWlzZS5yYWNlKFtlbmRlZCwgc2xlZXAoNV8wMDApXSk7XG4gICAgICBlbmRHcm91cCh0aGlzLmNvZGUucGlkKTtcbiAgICB9XG4gICAgcm1TeW5jKHRoaXMuZm9sZGVyLCB7IHJlY3Vyc2l2ZTogdHJ1ZSwgZm9yY2U6IHRydWUsIG1heFJldHJpZXM6IDUgfSk7XG4gIH1cbn1cblxuLyoqIEEgdG9vbCBvZiB0aGUgdGVzdHMsIGJ5IHRoZSB2YXJpYWJsZSB0aGF0IG5hbWVzIGl0LiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG5lZWRlZChuYW1lOiBzdHJpbmcpOiBzdHJpbmcge1xuICBjb25zdCB2YWx1ZSA9IHByb2Nlc3MuZW52W25hbWVdO1xuICBpZiAoIXZhbHVlKSB7XG4gICAgdGhyb3cgbmV3IEVycm9yKGAke25hbWV9IGlzIG5vdCBzZXQ6IHJ1biB0aGVzZSB0ZXN0cyB3aXRoIHB5dGVzdCwgd2hpY2ggZmluZHMgdGhlIHRvb2xzYCk7XG4gIH1cbiAgcmV0dXJuIHZhbHVlO1xufVxuXG5jb25zdCBMT09QQkFDSyA9IFtcIjEyNy4wLjAuMVwiLCBcImxvY2FsaG9zdFwiXTtcblxuY29uc3QgQ0hST01JVU0gPSBbXG4gIC4uLltcIi0tbm8tc2FuZGJveFwiLCBcIi0tZGlzYWJsZS1ncHVcIiwgXCItLWRpc2FibGUtcXVpY1wiLCBcIi0tbm8tZmlyc3QtcnVuXCJdLFxuICAuLi5bXCItLWRpc2FibGUtYmFja2dyb3VuZC1uZXR3b3JraW5nXCIsIFwiLS1kaXNhYmxlLWNvbXBvbmVudC11cGRhdGVcIiwgXCItLWRpc2FibGUtc3luY1wiXSxcbl07XG5cbmNvbnN0IFFVSUVUID0ge1xuICBcImNoYXQuZGlzYWJsZUFJRmVhdHVyZXNcIjogdHJ1ZSxcbiAgXCJleHRlbnNpb25zLmF1dG9DaGVja1VwZGF0ZXNcIjogZmFsc2UsXG4gIFwiZmlsZXMuYXV0b1NhdmVcIjogXCJvZmZcIixcbiAgXCJnaXQuZW5hYmxlZFwiOiBmYWxzZSxcbiAgXCJzZWN1cml0eS53b3Jrc3BhY2UudHJ1c3Quc3RhcnR1cFByb21wdFwiOiBcIm5ldmVyXCIsXG4gIFwidGVsZW1ldHJ5LnRlbGVtZXRyeUxldmVsXCI6IFwib2ZmXCIsXG4gIFwidXBkYXRlLm1vZGVcIjogXCJub25lXCIsXG4gIFwid2luZG93LmNvbW1hbmRDZW50ZXJcIjogZmFsc2UsXG4gIFwid29ya2JlbmNoLmNvbG9yVGhlbWVcIjogXCJEZWZhdWx0IERhcmsgTW9kZXJuXCIsXG4gIFwid29ya2JlbmNoLmxheW91dENvbnRyb2wuZW5hYmxlZFwiOiBmYWxzZSxcbiAgXCJ3b3JrYmVuY2guc3RhcnR1cEVkaXRvclwiOiBcIm5vbmVcIixcbiAgXCJ3b3JrYmVuY2gudGlwcy5lbmFibGVkXCI6IGZhbHNlLFxufTtcblxuZnVuY3Rpb24gZW52aXJvbm1lbnQoZm9sZGVyOiBzdHJpbmcpOiBOb2RlSlMuUHJvY2Vzc0VudiB7XG4gIHJldHVybiB7XG4gICAgLi4ucHJvY2Vzcy5lbnYsXG4gICAgLy8gYW4gZW1wdHkgZ2FsbGVyeTogdGhlIHdvcmtiZW5jaCBhc2tzIG5vIG1hcmtldHBsYWNlXG4gICAgRVhURU5TSU9OU19HQUxMRVJZOiBKU09OLnN0cmluZ2lmeSh7IHNlcnZpY2VVcmw6IFwiXCIgfSksXG4gICAgWERHX0NBQ0hFX0hPTUU6IGpvaW4oZm9sZGVyLCBcImNhY2hlXCIpLFxuICAgIFhER19DT05GSUdfSE9NRTogam9pbihmb2xkZXIsIFwiY29uZmlnXCIpLFxuICAgIFhER19EQVRBX0hPTUU6IGpvaW4oZm9sZGVyLCBcImRhdGFcIiksXG4gICAgWERHX1NUQVRFX0hPTUU6IGpvaW4oZm9sZGVyLCBcInN0YXRlXCIpLFxuICB9O1xufVxuXG5mdW5jdGlvbiBpbnN0YWxsRXh0ZW5zaW9ucyh0bzogc3RyaW5nLCBmb2xkZXJzOiByZWFkb25seSBzdHJpbmdbXSk6IHZvaWQge1xuICBta2RpclN5bmModG8sIHsgcmVjdXJzaXZlOiB0cnVlIH0pO1xuICBmb3IgKGNvbnN0IFtpbmRleCwgZm9sZGVyXSBvZiBmb2xkZXJzLmVudHJpZXMoKSkge1xuICAgIGNvbnN0IHsgZGlyIH0gPSB7IGRpcjogam9pbih0bywgYGV4dGVuc2lvbi0ke2luZGV4fWApIH07XG4gICAgY3BTeW5jKGZvbGRlciwgZGlyLCB7XG4gICAgICByZWN1cnNpdmU6IHRydWUsXG4gICAgICBmaWx0ZXI6IChwYXRoKSA9PlxuICAgICAgICAhW1wibm9kZV9tb2R1bGVzXCIsIFwib3V0XCIsIFwidGVzdFwiXS5zb21lKChuYW1lKSA9PiBwYXRoID09PSBqb2luKGZvbGRlciwgbmFtZSkpLFxuICAgIH0pO1xuICB9XG59XG5cbmZ1bmN0aW9uIGZyZWVQb3J0KCk6IFByb21pc2U8bnVtYmVyPiB7XG4gIHJldHVybiBuZXcgUHJvbWlzZSgocmVzb2x2ZSwgcmVqZWN0KSA9PiB7XG4gICAgY29uc3Qgc2VydmVyID0gY3JlYXRlU2VydmVyKCk7XG4gICAgc2VydmVyLm9uY2UoXCJlcnJvclwiLCByZWplY3QpO1xuICAgIHNlcnZlci5saXN0ZW4oMCwgXCIxMjcuMC4wLjFcIiwgKCkgPT4ge1xuICAgICAgY29uc3QgeyBwb3J0IH0gPSBzZXJ2ZXIuYWRkcmVzcygpIGFzIEFkZHJlc3NJbmZvO1xuICAgICAgc2VydmVyLmNsb3NlKCgpID0+IHJlc29sdmUocG9ydCkpO1xuICAgIH0pO1xuICB9KTtcbn1cblxuYXN5bmMgZnVuY3Rpb24gYW5zd2VyaW5nKG9yaWdpbjogc3RyaW5nKTogUHJvbWlzZTx2b2lkPiB7XG4gIGNvbnN0IGxpbWl0ID0gRGF0ZS5ub3coKSArIFNUQVJUX01TO1xuICBmb3IgKDs7KSB7XG4gICAgdHJ5IHtcbiAgICAgIGF3YWl0IGZldGNoKG9yaWdpbik7XG4gICAgICByZXR1cm47XG4gICAgfSBjYXRjaCAoZXJyb3IpIHtcbiAgICAgIGlmIChEYXRlLm5vdygpID4gbGltaXQpIHtcbiAgICAgICAgdGhyb3cgZXJyb3I7XG4gICAgICB9XG4gICAgICBhd2FpdCBzbGVlcCgxMDApO1xuICAgIH1cbiAgfVxufVxuXG5mdW5jdGlvbiBlbmRHcm91cChwaWQ6IG51bWJlcik6IHZvaWQge1xuICB0cnkge1xuICAgIHByb2Nlc3Mua2lsbCgtcGlkLCBcIlNJR0tJTExcIik7XG4gIH0gY2F0Y2gge1xuICAgIC8vIGFsbCBvZiBpdCBoYXMgZW5kZWRcbiAgfVxufVxuXG4vKiogVGhlIGZvbGRlciBvZiB0aGlzIGV4dGVuc2lvbiwgZnJvbSBhIGJ1bmRsZWQgdGVzdC4gKi9cbmV4cG9ydCBjb25zdCBFWFRFTlNJT04gPSBkaXJuYW1lKGRpcm5hbWUoX19kaXJuYW1lKSk7XG4iXSwKICAibWFwcGluZ3MiOiAiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBT0EsZ0NBQXlDO0FBQ3pDLHFCQUFzRTtBQUN0RSxzQkFBK0M7QUFDL0MscUJBQXVCO0FBQ3ZCLHVCQUE4QjtBQUM5QixzQkFBb0M7QUFDcEMsNkJBQWtEO0FBRWxELElBQU0sV0FBVztBQVVWLElBQU0sWUFBTixNQUFNLFdBQVU7QUFBQSxFQUNiLFlBQ1csTUFDQSxTQUNSLFFBRUEsUUFFQSxTQUNUO0FBUGlCO0FBQ0E7QUFDUjtBQUVBO0FBRUE7QUFBQSxFQUNSO0FBQUEsRUFQZ0I7QUFBQSxFQUNBO0FBQUEsRUFDUjtBQUFBLEVBRUE7QUFBQSxFQUVBO0FBQUEsRUFHWCxhQUFhLE1BQU07QUFBQSxJQUNqQixXQUFXLENBQUM7QUFBQSxJQUNaLFVBQVU7QUFBQSxJQUNWLGFBQWEsQ0FBQztBQUFBLEVBQ2hCLEdBQWdDO0FBQzlCLFVBQU0sYUFBUyxnQ0FBWSwyQkFBSyx1QkFBTyxHQUFHLGdCQUFhLENBQUM7QUFDeEQsVUFBTSxXQUFPLHVCQUFLLFFBQVEsTUFBTTtBQUNoQyxzQ0FBVSx1QkFBSyxNQUFNLE1BQU0sR0FBRyxFQUFFLFdBQVcsS0FBSyxDQUFDO0FBQ2pELDBDQUFjLHVCQUFLLE1BQU0sUUFBUSxlQUFlLEdBQUcsS0FBSyxVQUFVLEVBQUUsR0FBRyxPQUFPLEdBQUcsU0FBUyxDQUFDLENBQUM7QUFDNUYsMEJBQWtCLHVCQUFLLFFBQVEsWUFBWSxHQUFHLFVBQVU7QUFDeEQsVUFBTSxPQUFPLE1BQU0sU0FBUztBQUM1QixVQUFNLFdBQU87QUFBQSxVQUNYLHVCQUFLLE9BQU8sYUFBYSxHQUFHLE9BQU8sZUFBZTtBQUFBLE1BQ2xEO0FBQUEsUUFDRSxHQUFHLENBQUMsVUFBVSxhQUFhLFVBQVUsT0FBTyxJQUFJLEdBQUcsNEJBQTRCO0FBQUEsUUFDL0UsR0FBRyxDQUFDLGlDQUFpQyw0QkFBNEI7QUFBQSxRQUNqRSxHQUFJLFVBQVUsQ0FBQywyQkFBMkIsSUFBSSxDQUFDO0FBQUEsUUFDL0MsR0FBRyxDQUFDLHFCQUFxQixPQUFPLHlCQUFxQix1QkFBSyxRQUFRLFFBQVEsQ0FBQztBQUFBLFFBQzNFLEdBQUcsQ0FBQyxtQkFBbUIsTUFBTSx3QkFBb0IsdUJBQUssUUFBUSxZQUFZLENBQUM7QUFBQSxNQUM3RTtBQUFBO0FBQUEsTUFFQTtBQUFBLFFBQ0UsVUFBVTtBQUFBLFFBQ1YsT0FBTyxRQUFRLElBQUksU0FBUyxJQUFJLFlBQVk7QUFBQSxRQUM1QyxLQUFLLFlBQVksTUFBTTtBQUFBLE1BQ3pCO0FBQUEsSUFDRjtBQUNBLFVBQU0sU0FBUyxvQkFBb0IsSUFBSTtBQUN2QyxVQUFNLFVBQVUsTUFBTTtBQUN0QixVQUFNLFVBQVUsTUFBTSxnQ0FBUyxPQUFPLEVBQUUsZ0JBQWdCLE9BQU8sVUFBVSxHQUFHLE1BQU0sU0FBUyxDQUFDO0FBQzVGLFdBQU8sSUFBSSxXQUFVLE1BQU0sU0FBUyxRQUFRLFFBQVEsb0JBQUksSUFBSSxDQUFDO0FBQUEsRUFDL0Q7QUFBQTtBQUFBLEVBR0EsTUFBTSxLQUFLLFFBQWdCLE1BQWUsVUFBK0IsQ0FBQyxHQUFrQjtBQUMxRixVQUFNLE9BQU8sTUFBTSxLQUFLLEtBQUs7QUFDN0IsVUFBTSxLQUFLLEtBQUssS0FBSyxJQUFJLFFBQVEsTUFBTSxPQUFPLEdBQUcsRUFBRSxXQUFXLG1CQUFtQixDQUFDO0FBQ2xGLFVBQU0sS0FBSyxnQkFBZ0IscUJBQXFCLEVBQUUsU0FBUyxTQUFTLENBQUM7QUFDckUsUUFBSSxTQUFTLFFBQVc7QUFDdEIsWUFBTSxLQUFLLGdCQUFnQiw2QkFBNkIsRUFBRSxTQUFTLFNBQVMsQ0FBQztBQUFBLElBQy9FO0FBQ0EsV0FBTztBQUFBLEVBQ1Q7QUFBQTtBQUFBLEVBR0EsTUFBTSxPQUFzQjtBQUMxQixVQUFNLFVBQVUsTUFBTSxLQUFLLFFBQVEsV0FBVztBQUFBLE1BQzVDLFVBQVUsRUFBRSxPQUFPLE1BQU0sUUFBUSxJQUFJO0FBQUEsTUFDckMsbUJBQW1CO0FBQUEsSUFDckIsQ0FBQztBQUNELFVBQU0sT0FBTyxNQUFNLFFBQVEsUUFBUTtBQUNuQyxTQUFLLEdBQUcsV0FBVyxDQUFDLFlBQVk7QUFDOUIsWUFBTSxFQUFFLFVBQVUsU0FBUyxJQUFJLElBQUksSUFBSSxRQUFRLElBQUksQ0FBQztBQUNwRCxVQUFJLFNBQVMsV0FBVyxNQUFNLEtBQUssQ0FBQyxTQUFTLFNBQVMsUUFBUSxHQUFHO0FBQy9ELGFBQUssUUFBUSxJQUFJLFFBQVE7QUFBQSxNQUMzQjtBQUFBLElBQ0YsQ0FBQztBQUNELFdBQU87QUFBQSxFQUNUO0FBQUEsRUFFQSxJQUFJLFFBQWdCLE1BQWUsVUFBK0IsQ0FBQyxHQUFXO0FBQzVFLFVBQU0sTUFBTSxJQUFJLElBQUksS0FBSyxNQUFNO0FBQy9CLFFBQUksYUFBYSxJQUFJLFVBQVUsTUFBTTtBQUNyQyxVQUFNLE9BQ0osU0FBUyxTQUFZLENBQUMsSUFBSSxDQUFDLENBQUMsWUFBWSxtQkFBbUIsSUFBSSxJQUFJLEdBQUcsVUFBVSxJQUFJLENBQUMsRUFBRSxDQUFDO0FBQzFGLFFBQUksYUFBYSxJQUFJLFdBQVcsS0FBSyxVQUFVLENBQUMsQ0FBQyxlQUFlLE1BQU0sR0FBRyxHQUFHLE1BQU0sR0FBRyxPQUFPLENBQUMsQ0FBQztBQUM5RixXQUFPLElBQUk7QUFBQSxFQUNiO0FBQUEsRUFFQSxNQUFNLE9BQXNCO0FBQzFCLFVBQU0sS0FBSyxRQUFRLE1BQU07QUFDekIsUUFBSSxLQUFLLEtBQUssUUFBUSxVQUFhLEtBQUssS0FBSyxhQUFhLE1BQU07QUFDOUQsWUFBTSxRQUFRLElBQUksUUFBUSxDQUFDLFlBQVksS0FBSyxLQUFLLEtBQUssUUFBUSxPQUFPLENBQUM7QUFDdEUsY0FBUSxLQUFLLENBQUMsS0FBSyxLQUFLLEtBQUssU0FBUztBQUN0QyxZQUFNLFFBQVEsS0FBSyxDQUFDLFdBQU8sZ0JBQUFBLFlBQU0sR0FBSyxDQUFDLENBQUM7QUFDeEMsZUFBUyxLQUFLLEtBQUssR0FBRztBQUFBLElBQ3hCO0FBQ0EsK0JBQU8sS0FBSyxRQUFRLEVBQUUsV0FBVyxNQUFNLE9BQU8sTUFBTSxZQUFZLEVBQUUsQ0FBQztBQUFBLEVBQ3JFO0FBQ0Y7QUFHTyxTQUFTLE9BQU8sTUFBc0I7QUFDM0MsUUFBTSxRQUFRLFFBQVEsSUFBSSxJQUFJO0FBQzlCLE1BQUksQ0FBQyxPQUFPO0FBQ1YsVUFBTSxJQUFJLE1BQU0sR0FBRyxJQUFJLGlFQUFpRTtBQUFBLEVBQzFGO0FBQ0EsU0FBTztBQUNUO0FBRUEsSUFBTSxXQUFXLENBQUMsYUFBYSxXQUFXO0FBRTFDLElBQU0sV0FBVztBQUFBLEVBQ2YsR0FBRyxDQUFDLGdCQUFnQixpQkFBaUIsa0JBQWtCLGdCQUFnQjtBQUFBLEVBQ3ZFLEdBQUcsQ0FBQyxtQ0FBbUMsOEJBQThCLGdCQUFnQjtBQUN2RjtBQUVBLElBQU0sUUFBUTtBQUFBLEVBQ1osMEJBQTBCO0FBQUEsRUFDMUIsK0JBQStCO0FBQUEsRUFDL0Isa0JBQWtCO0FBQUEsRUFDbEIsZUFBZTtBQUFBLEVBQ2YsMENBQTBDO0FBQUEsRUFDMUMsNEJBQTRCO0FBQUEsRUFDNUIsZUFBZTtBQUFBLEVBQ2Ysd0JBQXdCO0FBQUEsRUFDeEIsd0JBQXdCO0FBQUEsRUFDeEIsbUNBQW1DO0FBQUEsRUFDbkMsMkJBQTJCO0FBQUEsRUFDM0IsMEJBQTBCO0FBQzVCO0FBRUEsU0FBUyxZQUFZLFFBQW1DO0FBQ3RELFNBQU87QUFBQSxJQUNMLEdBQUcsUUFBUTtBQUFBO0FBQUEsSUFFWCxvQkFBb0IsS0FBSyxVQUFVLEVBQUUsWUFBWSxHQUFHLENBQUM7QUFBQSxJQUNyRCxvQkFBZ0IsdUJBQUssUUFBUSxPQUFPO0FBQUEsSUFDcEMscUJBQWlCLHVCQUFLLFFBQVEsUUFBUTtBQUFBLElBQ3RDLG1CQUFlLHVCQUFLLFFBQVEsTUFBTTtBQUFBLElBQ2xDLG9CQUFnQix1QkFBSyxRQUFRLE9BQU87QUFBQSxFQUN0QztBQUNGO0FBRUEsU0FBUyxrQkFBa0IsSUFBWSxTQUFrQztBQUN2RSxnQ0FBVSxJQUFJLEVBQUUsV0FBVyxLQUFLLENBQUM7QUFDakMsYUFBVyxDQUFDLE9BQU8sTUFBTSxLQUFLLFFBQVEsUUFBUSxHQUFHO0FBQy9DLFVBQU0sRUFBRSxJQUFJLElBQUksRUFBRSxTQUFLLHVCQUFLLElBQUksYUFBYSxLQUFLLEVBQUUsRUFBRTtBQUN0RCwrQkFBTyxRQUFRLEtBQUs7QUFBQSxNQUNsQixXQUFXO0FBQUEsTUFDWCxRQUFRLENBQUMsU0FDUCxDQUFDLENBQUMsZ0JBQWdCLE9BQU8sTUFBTSxFQUFFLEtBQUssQ0FBQyxTQUFTLGFBQVMsdUJBQUssUUFBUSxJQUFJLENBQUM7QUFBQSxJQUMvRSxDQUFDO0FBQUEsRUFDSDtBQUNGO0FBRUEsU0FBUyxXQUE0QjtBQUNuQyxTQUFPLElBQUksUUFBUSxDQUFDLFNBQVMsV0FBVztBQUN0QyxVQUFNLGFBQVMsOEJBQWE7QUFDNUIsV0FBTyxLQUFLLFNBQVMsTUFBTTtBQUMzQixXQUFPLE9BQU8sR0FBRyxhQUFhLE1BQU07QUFDbEMsWUFBTSxFQUFFLEtBQUssSUFBSSxPQUFPLFFBQVE7QUFDaEMsYUFBTyxNQUFNLE1BQU0sUUFBUSxJQUFJLENBQUM7QUFBQSxJQUNsQyxDQUFDO0FBQUEsRUFDSCxDQUFDO0FBQ0g7QUFFQSxlQUFlLFVBQVUsUUFBK0I7QUFDdEQsUUFBTSxRQUFRLEtBQUssSUFBSSxJQUFJO0FBQzNCLGFBQVM7QUFDUCxRQUFJO0FBQ0YsWUFBTSxNQUFNLE1BQU07QUFDbEI7QUFBQSxJQUNGLFNBQVMsT0FBTztBQUNkLFVBQUksS0FBSyxJQUFJLElBQUksT0FBTztBQUN0QixjQUFNO0FBQUEsTUFDUjtBQUNBLGdCQUFNLGdCQUFBQSxZQUFNLEdBQUc7QUFBQSxJQUNqQjtBQUFBLEVBQ0Y7QUFDRjtBQUVBLFNBQVMsU0FBUyxLQUFtQjtBQUNuQyxNQUFJO0FBQ0YsWUFBUSxLQUFLLENBQUMsS0FBSyxTQUFTO0FBQUEsRUFDOUIsUUFBUTtBQUFBLEVBRVI7QUFDRjtBQUdPLElBQU0sZ0JBQVksOEJBQVEsMEJBQVEsU0FBUyxDQUFDOyIsCiAgIm5hbWVzIjogWyJzbGVlcCJdCn0K
