/** What the server says beyond the Language Server Protocol. */

import { NotificationType } from "vscode-languageclient";

export type State = "starting" | "checking" | "verifying" | "idle" | "error";

export interface Status {
  readonly state: State;
  readonly errors: number;
  /** Errors and warnings for which a verified fix is ready. */
  readonly verified: number;
  readonly message: string;
}

export const statusNotification = new NotificationType<Status>("rustmend/status");

/** The answer to `rustmend.listPastFixes`, newest first. */
export interface PastFix {
  readonly id: string | number;
  readonly title: string;
  readonly code?: string | null;
  readonly file?: string | null;
  /** When it was learned, in ISO 8601. */
  readonly learned?: string | null;
}

/** The answer to `rustmend.generate`: where `ok` is false, nothing was written. */
export interface Generated {
  readonly ok: boolean;
  readonly message: string;
  readonly folder: string;
}
