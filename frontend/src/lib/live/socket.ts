/** The live socket: what changed, never what it says now. Screens fetch what they show again. */

export interface Change {
  type: string;
  id: string;
  version: number;
  kind: string;
}

export type Status = "connecting" | "live" | "waiting";

export interface Listener {
  /** These things changed. */
  changed(changes: Change[]): void;
  /** Something may have been missed: fetch everything that is shown. */
  resync(): void;
  /** Nothing was missed: what changed meanwhile is told next. */
  resumed(): void;
  status(now: Status): void;
  /** The session is over: who is signed in must be asked anew. */
  signedOut(): void;
}

/** How far what is shown was told, as the server sealed it; null where that is not known. */
export interface Place {
  cursor: string | null;
}

type Frame =
  | { type: "hello"; cursor: string; heartbeat: number; resumed: boolean }
  | { type: "changes"; n: number; cursor: string; changes: Change[] }
  | { type: "heartbeat" };

/** What the socket hears besides: so many connections in a row ended before they were greeted. */
export interface SocketListener extends Listener {
  unanswered(times: number): void;
}

const SIGNED_OUT = 4401;
/** Not a code: we ended it ourselves. */
const GIVEN_UP = 0;
/** The server was there and sent us away: it starts over, or asks to be tried later. */
const SENT_AWAY = new Set([1012, 1013]);
/** As an answer to a request. */
export const SIGNED_OUT_STATUS = 401;
export const LONGEST_WAIT = 30_000;
/** Milliseconds over which those come back whom one restart cut off in the same instant. */
export const SPREAD = 3_000;

/** Milliseconds to wait before the `attempt`-th reconnection: doubling, capped, and spread so that not all come at once. */
export function backOff(attempt: number, random: () => number = Math.random, longest = LONGEST_WAIT): number {
  const most = Math.min(500 * 2 ** attempt, longest);
  return most / 2 + (random() * most) / 2;
}

/** Milliseconds until what everybody does because of the same thing: anywhere within `SPREAD`. */
export function spread(): number {
  return Math.random() * SPREAD;
}

/** Counts the frames of one socket; says whether one is missing. */
export class FrameCount {
  private last = 0;

  /** Whether `n` is the frame after the last one. */
  follows(n: number): boolean {
    const expected = this.last + 1;
    this.last = n;
    return n === expected;
  }
}

/** One connection for the tab, made again whenever it ends. `stop` ends it for good. */
export class LiveSocket {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private greetedOnce = false;
  private unanswered = 0;
  longestWait = LONGEST_WAIT;
  /** Milliseconds of silence after which a connection is dead, whatever the browser believes. */
  private patience = LONGEST_WAIT;

  constructor(
    private readonly url: string,
    private readonly place: Place,
    private readonly listener: SocketListener,
  ) {}

  start(): void {
    window.addEventListener("online", this.retryNow);
    this.listener.status("connecting");
    this.connect();
  }

  stop(): void {
    window.removeEventListener("online", this.retryNow);
    clearTimeout(this.timer);
    clearTimeout(this.silence);
    const socket = this.socket;
    this.socket = null;
    socket?.close(1000);
  }

  /** Try again soon, and then ever more seldom, up to `longestWait` milliseconds apart. */
  hurry(longestWait: number): void {
    this.longestWait = longestWait;
    this.attempt = 0;
    if (this.timer !== undefined) this.wait(backOff(0));
  }

  private connect(): void {
    this.greetedOnce = false;
    const socket = new WebSocket(this.url);
    const count = new FrameCount();
    this.socket = socket;
    socket.addEventListener("open", () =>
      socket.send(JSON.stringify({ type: "hello", cursor: this.place.cursor })),
    );
    socket.addEventListener("message", (event) => {
      if (socket !== this.socket) return;
      if (this.hear(JSON.parse(String(event.data)) as Frame, count)) this.listen(socket);
      else this.giveUp(socket);
    });
    socket.addEventListener("close", (event) => this.ended(socket, event.code));
    this.listen(socket);
  }

  /** Whether nothing is missing before this frame. */
  private hear(frame: Frame, count: FrameCount): boolean {
    if (frame.type === "heartbeat") return true;
    if (frame.type === "changes" && !count.follows(frame.n)) return false;
    this.place.cursor = frame.cursor;
    if (frame.type === "changes") this.listener.changed(frame.changes);
    else this.greeted(frame);
    return true;
  }

  private greeted({ heartbeat, resumed }: { heartbeat: number; resumed: boolean }): void {
    this.attempt = 0;
    this.unanswered = 0;
    this.greetedOnce = true;
    this.patience = heartbeat * 2_000;
    this.listener.status("live");
    if (resumed) this.listener.resumed();
    else this.listener.resync();
  }

  /** From now on the connection has `patience` to say something. */
  private listen(socket: WebSocket): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.giveUp(socket), this.patience);
  }

  /** Begin another where this one was last whole. */
  private giveUp(socket: WebSocket): void {
    socket.close();
    // A browser may wait minutes for the other side's goodbye; we do not.
    this.ended(socket, GIVEN_UP);
  }

  /** The network is back: no reason to sit out the rest of the wait. */
  private readonly retryNow = (): void => {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.connect();
  };

  private ended(socket: WebSocket, code: number): void {
    // Stopped, or ended already and replaced.
    if (socket !== this.socket) return;
    clearTimeout(this.silence);
    this.socket = null;
    if (code === SIGNED_OUT) {
      this.listener.signedOut();
      return;
    }
    // Until it is live again: a note that came and went with each attempt would only unsettle.
    this.listener.status("waiting");
    // Who was live may have been cut off with everyone else; a connection that we gave up is nobody else's.
    const cutOff = this.greetedOnce && code !== GIVEN_UP;
    this.wait(cutOff ? spread() : backOff(this.attempt, Math.random, this.longestWait));
    this.attempt += 1;
    if (this.greetedOnce || code >= 4000 || SENT_AWAY.has(code)) return;
    this.unanswered += 1;
    this.listener.unanswered(this.unanswered);
  }

  private wait(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.retryNow, milliseconds);
  }
}
