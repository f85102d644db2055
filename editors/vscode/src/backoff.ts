/** How long to wait before a server that ended by itself is started again. */

const WINDOW_MS = 5 * 60_000;
const DELAYS_MS = [500, 2_000, 5_000, 15_000];

export class Backoff {
  private crashes: number[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** Note a crash; return the milliseconds to wait, or `undefined` when it is time to give up. */
  crashed(): number | undefined {
    const now = this.now();
    this.crashes = this.crashes.filter((time) => now - time < WINDOW_MS);
    this.crashes.push(now);
    return DELAYS_MS[this.crashes.length - 1];
  }

  /** Forget the crashes: the user asked for a start. */
  reset(): void {
    this.crashes = [];
  }
}
