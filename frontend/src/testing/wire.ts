import { vi } from "vitest";

/** The far end of a WebSocket, played by a test: the browser's side of it is all that our code knows. */
export class Wire extends EventTarget {
  static all: Wire[] = [];
  readonly sent: unknown[] = [];
  closedWith: number | undefined;

  constructor(readonly url: string) {
    super();
    Wire.all.push(this);
  }

  /** Put in place of the browser's own. */
  static install(): void {
    Wire.all = [];
    vi.stubGlobal("WebSocket", Wire);
  }

  static get last(): Wire {
    const wire = Wire.all.at(-1);
    if (!wire) throw new Error("No socket was opened.");
    return wire;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  /** A browser tells of the end only when the other side has said goodbye: the test decides when. */
  close(code = 1005): void {
    this.closedWith = code;
  }

  says(frame: unknown): void {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(frame) }));
  }

  /** Open and greeted: live. */
  greets({ heartbeat = 25, resumed = false, cursor = "at hello" } = {}): void {
    this.dispatchEvent(new Event("open"));
    this.says({ type: "hello", cursor, heartbeat, resumed });
  }

  ends(code = 1006): void {
    this.dispatchEvent(new CloseEvent("close", { code }));
  }
}
