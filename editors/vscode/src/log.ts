/** The extension's output channels. */

import { window, type Disposable, type LogOutputChannel, type OutputChannel } from "vscode";

export class Channels implements Disposable {
  /** What the extension does: which server it found, why it was started again. */
  readonly client: LogOutputChannel = window.createOutputChannel("rustmend", { log: true });
  /** What the server writes to its standard error. */
  readonly server: OutputChannel = window.createOutputChannel("rustmend: Server");
  private lazyTrace: OutputChannel | undefined;

  /** The messages between the two, where `rustmend.trace.server` asks for them. */
  get trace(): OutputChannel {
    return (this.lazyTrace ??= window.createOutputChannel("rustmend: Trace"));
  }

  dispose(): void {
    this.client.dispose();
    this.server.dispose();
    this.lazyTrace?.dispose();
  }
}
