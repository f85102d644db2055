/**
 * The server's progress.
 *
 * Checking and verifying are shown by the status item already, a second spinner beside it says
 * nothing new. What can be cancelled was asked for by the user, and gets a notification with a
 * button, where vscode-languageclient would only show a line in the status bar.
 */

import { ProgressLocation, window } from "vscode";
import {
  WorkDoneProgressCancelNotification,
  type LanguageClient,
  type ProgressToken,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from "vscode-languageclient/node";

type Value = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

interface Shown {
  report(value: WorkDoneProgressReport): void;
  end(): void;
}

export class ProgressNotifications {
  private readonly shown = new Map<ProgressToken, Shown>();

  handle(client: LanguageClient, token: ProgressToken, value: Value): void {
    if (value.kind === "begin") {
      if (value.cancellable === true) {
        this.shown.set(token, show(client, token, value));
      }
    } else if (value.kind === "report") {
      this.shown.get(token)?.report(value);
    } else {
      this.shown.get(token)?.end();
      this.shown.delete(token);
    }
  }

  /** End what a server left behind. */
  clear(): void {
    for (const each of this.shown.values()) {
      each.end();
    }
    this.shown.clear();
  }
}

function show(client: LanguageClient, token: ProgressToken, begin: WorkDoneProgressBegin): Shown {
  let report: Shown["report"] = () => undefined;
  let end: Shown["end"] = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const location = ProgressLocation.Notification;
  void window.withProgress(
    { location, title: begin.title, cancellable: true },
    (progress, cancellation) => {
      let reached = 0;
      report = ({ message, percentage = reached }): void => {
        progress.report({ message: message ?? "", increment: percentage - reached });
        reached = percentage;
      };
      report({ ...begin, kind: "report" });
      cancellation.onCancellationRequested(() => {
        void client.sendNotification(WorkDoneProgressCancelNotification.type, { token });
      });
      return ended;
    },
  );
  return { report: (value) => report(value), end: () => end() };
}
