import { vi } from "vitest";

/** A long poll that is under way, answered by a test: the server's side of it is all that our code knows. */
export class Asked {
  static all: Asked[] = [];
  readonly cursor: string | null;
  aborted = false;
  private settle: (response: Response) => void = () => {};
  private fail: (error: unknown) => void = () => {};

  private constructor(
    readonly url: string,
    { body, signal }: { body: string; signal: AbortSignal },
  ) {
    this.cursor = (JSON.parse(body) as { cursor: string | null }).cursor;
    signal.addEventListener("abort", () => {
      this.aborted = true;
      this.fail(new DOMException("aborted", "AbortError"));
    });
    Asked.all.push(this);
  }

  /** Put in place of the browser's own. */
  static install(): void {
    Asked.all = [];
    vi.stubGlobal("fetch", (url: string, init: { body: string; signal: AbortSignal }) => {
      const asked = new Asked(url, init);
      return new Promise<Response>((resolve, reject) => {
        asked.settle = resolve;
        asked.fail = reject;
      });
    });
  }

  static get last(): Asked {
    const asked = Asked.all.at(-1);
    if (!asked) throw new Error("Nothing was asked.");
    return asked;
  }

  async answers({ cursor = "from a poll", resumed = true, changes = [] as unknown[] } = {}): Promise<void> {
    this.settle(Response.json({ cursor, resumed, changes }));
    await vi.advanceTimersByTimeAsync(0);
  }

  async refuses(status: number, headers: Record<string, string> = {}): Promise<void> {
    this.settle(Response.json({ reason: "because" }, { status, headers }));
    await vi.advanceTimersByTimeAsync(0);
  }

  async breaks(): Promise<void> {
    this.fail(new TypeError("Failed to fetch"));
    await vi.advanceTimersByTimeAsync(0);
  }
}
