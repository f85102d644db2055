/** One run at a time, and at most one waiting: what is asked for meanwhile is the same run. */
export class Queue {
  private running: Promise<void> | undefined;
  private waiting: Promise<void> | undefined;

  constructor(private readonly work: () => Promise<void>) {}

  /** Resolve, or reject, as the run does that began after this call. */
  run(): Promise<void> {
    if (this.running === undefined) {
      this.running = this.work().finally(() => (this.running = undefined));
      return this.running;
    }
    this.waiting ??= this.running
      // who asked for that run knows how it ended
      .catch(() => undefined)
      .then(() => {
        this.waiting = undefined;
        return this.run();
      });
    return this.waiting;
  }
}
