/** Verifying in the background, stopped or gone on with. */

import { window } from "vscode";
import { ExecuteCommandRequest, type LanguageClient } from "vscode-languageclient/node";

/** Turn it off or on, and say which: nothing else shows it. */
export async function pause(client: LanguageClient): Promise<void> {
  const paused = (await client.sendRequest(ExecuteCommandRequest.type, {
    command: "rustmend.pause",
  })) as boolean;
  void window.showInformationMessage(
    paused
      ? "rustmend: verifying in the background is paused until you resume it."
      : "rustmend: fixes are verified in the background again.",
  );
}
