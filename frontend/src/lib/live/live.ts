/** One live line for the tab, by whichever way it gets through. */
import { LivePoll } from "./poll";
import { LiveSocket, LONGEST_WAIT, type Listener, type Place } from "./socket";

/** So many sockets in a row that never said hello: something on the way lets none through. */
const BLOCKED_AFTER = 3;
/** Milliseconds between attempts with a socket, at most, while polls bring what changes. */
const SELDOM = 300_000;

/** A socket; long polls where none gets through, with the socket tried again now and then. */
export class Live {
  private readonly socket: LiveSocket;
  private poll: LivePoll | null = null;

  constructor(
    socketUrl: string,
    private readonly pollUrl: string,
    private readonly place: Place,
    private readonly listener: Listener,
  ) {
    this.socket = new LiveSocket(socketUrl, place, {
      changed: (changes) => listener.changed(changes),
      resync: () => listener.resync(),
      resumed: () => listener.resumed(),
      signedOut: () => this.signedOut(),
      status: (now) => {
        if (now === "live") this.endPolls();
        if (!this.poll?.live) listener.status(now);
      },
      unanswered: (times) => {
        if (times >= BLOCKED_AFTER) this.beginPolls();
      },
    });
  }

  start(): void {
    this.socket.start();
  }

  stop(): void {
    this.endPolls();
    this.socket.stop();
  }

  private beginPolls(): void {
    if (this.poll) return;
    this.poll = new LivePoll(this.pollUrl, this.place, {
      changed: (changes) => this.listener.changed(changes),
      resync: () => this.listener.resync(),
      resumed: () => this.listener.resumed(),
      signedOut: () => this.signedOut(),
      status: (now) => {
        // The server is there. So a socket may be let through as well, and if it is not, one need not ask often.
        if (now === "live") this.socket.hurry(SELDOM);
        this.listener.status(now);
      },
    });
    this.poll.start();
  }

  private endPolls(): void {
    this.poll?.stop();
    this.poll = null;
    this.socket.longestWait = LONGEST_WAIT;
  }

  private signedOut(): void {
    this.stop();
    this.listener.signedOut();
  }
}
