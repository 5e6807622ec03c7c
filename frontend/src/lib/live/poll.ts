/** The same changes by long poll, for places that let no socket through (decision 35). */
import { backOff, SIGNED_OUT_STATUS, spread, type Change, type Listener, type Place } from "./socket";

interface Answer {
  cursor: string;
  resumed: boolean;
  changes: Change[];
}

/** Milliseconds in which an answer must be there: the server holds none for longer than 25 s. */
const PATIENCE = 40_000;
/** Milliseconds between two, at most: what comes in a burst is asked for together. */
const PAUSE = 400;

/** Asks again and again until it is stopped. */
export class LivePoll {
  private request: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  /** Milliseconds that the server asked us to stay away, in what it answered last. */
  private away = 0;
  private stopped = false;
  /** Whether the last was answered. */
  live = false;

  constructor(
    private readonly url: string,
    private readonly place: Place,
    private readonly listener: Listener,
  ) {}

  start(): void {
    window.addEventListener("online", this.askNow);
    void this.ask();
  }

  stop(): void {
    this.stopped = true;
    window.removeEventListener("online", this.askNow);
    clearTimeout(this.timer);
    this.request?.abort();
  }

  private async ask(): Promise<void> {
    const request = new AbortController();
    this.request = request;
    this.away = 0;
    const silence = setTimeout(() => request.abort(), PATIENCE);
    const answer = await this.answered(request.signal).catch(() => null);
    clearTimeout(silence);
    this.request = null;
    if (this.stopped) return;
    if (answer === SIGNED_OUT_STATUS) this.listener.signedOut();
    else if (answer) this.hear(answer);
    else this.lost();
  }

  /** What the server said; null where that is no answer. */
  private async answered(signal: AbortSignal): Promise<Answer | typeof SIGNED_OUT_STATUS | null> {
    const response = await fetch(this.url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ type: "hello", cursor: this.place.cursor }),
      cache: "no-store",
      signal,
    });
    if (response.status === SIGNED_OUT_STATUS) return SIGNED_OUT_STATUS;
    if (response.ok) return (await response.json()) as Answer;
    this.away = 1_000 * (Number(response.headers.get("Retry-After")) || 0);
    return null;
  }

  private hear(answer: Answer): void {
    this.attempt = 0;
    // Where everyone starts over at once, not everyone fetches at once. Until then the place stays where it was.
    if (this.live && !answer.resumed) this.later(() => this.take(answer), spread());
    else this.take(answer);
  }

  private take({ cursor, resumed, changes }: Answer): void {
    this.place.cursor = cursor;
    if (!this.live) {
      this.live = true;
      this.listener.status("live");
      if (resumed) this.listener.resumed();
    }
    if (!resumed) this.listener.resync();
    if (changes.length > 0) this.listener.changed(changes);
    this.later(() => void this.ask(), Math.random() * PAUSE);
  }

  private lost(): void {
    this.live = false;
    this.listener.status("waiting");
    this.later(() => void this.ask(), this.away + backOff(this.attempt));
    this.attempt += 1;
  }

  private later(act: () => void, wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.stopped) act();
    }, wait);
  }

  /** The network is back: no reason to sit out the rest of the wait. */
  private readonly askNow = (): void => {
    if (this.request === null && !this.live) this.later(() => void this.ask(), 0);
  };
}
