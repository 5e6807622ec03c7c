import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Wire } from "../../testing/wire";
import { backOff, FrameCount, LiveSocket, SPREAD } from "./socket";

const CHANGE = { type: "session", id: "s-1", version: 2, kind: "confirmed" };

function listening(cursor: string | null = null) {
  const heard: unknown[] = [];
  const unanswered: number[] = [];
  const place = { cursor };
  const socket = new LiveSocket("ws://place/ws", place, {
    changed: (changes) => heard.push(changes),
    resync: () => heard.push("resync"),
    resumed: () => heard.push("resumed"),
    status: (now) => heard.push(now),
    signedOut: () => heard.push("signed out"),
    unanswered: (times) => unanswered.push(times),
  });
  socket.start();
  return { socket, heard, place, unanswered };
}

/** Longer than any wait before a reconnection. */
const LONG = 31_000;

beforeEach(() => {
  vi.useFakeTimers();
  Wire.install();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a live socket", () => {
  test("says hello when it is open, and is live when it is answered", () => {
    const { heard } = listening();
    expect(heard).toEqual(["connecting"]);
    Wire.last.greets();
    expect(Wire.last.url).toBe("ws://place/ws");
    expect(Wire.last.sent).toEqual([{ type: "hello", cursor: null }]);
    expect(heard).toEqual(["connecting", "live", "resync"]);
  });

  test("hands on what changed, frame by frame", () => {
    const { heard } = listening();
    Wire.last.greets();
    Wire.last.says({ type: "changes", n: 1, cursor: "1", changes: [CHANGE] });
    Wire.last.says({ type: "changes", n: 2, cursor: "2", changes: [CHANGE, CHANGE] });
    expect(heard.slice(3)).toEqual([[CHANGE], [CHANGE, CHANGE]]);
  });

  test("begins where the first answer was read, and fetches nothing for that", () => {
    const { heard } = listening("at the first answer");
    Wire.last.greets({ resumed: true });
    expect(Wire.last.sent).toEqual([{ type: "hello", cursor: "at the first answer" }]);
    expect(heard).toEqual(["connecting", "live", "resumed"]);
  });

  test("goes on after the last frame it heard", () => {
    const { heard, place } = listening();
    Wire.last.greets();
    expect(place.cursor).toBe("at hello");
    Wire.last.says({ type: "changes", n: 1, cursor: "at 1", changes: [CHANGE] });
    Wire.last.says({ type: "heartbeat" });
    Wire.last.ends();
    vi.advanceTimersByTime(SPREAD);
    Wire.last.greets({ resumed: true, cursor: "at the second hello" });
    expect(Wire.last.sent).toEqual([{ type: "hello", cursor: "at 1" }]);
    expect(place.cursor).toBe("at the second hello");
    expect(heard.slice(3)).toEqual([[CHANGE], "waiting", "live", "resumed"]);
  });

  test("fetches everything where it cannot go on, and goes on from there", () => {
    const { heard, place } = listening("too old");
    Wire.last.greets({ resumed: false, cursor: "anew" });
    expect(heard).toEqual(["connecting", "live", "resync"]);
    expect(place.cursor).toBe("anew");
  });

  test("begins another connection before a frame that is missing, and hears nothing more from this one", () => {
    const { heard } = listening();
    Wire.last.greets();
    const gappy = Wire.last;
    gappy.says({ type: "changes", n: 1, cursor: "at 1", changes: [CHANGE] });
    gappy.says({ type: "changes", n: 3, cursor: "at 3", changes: [CHANGE] });
    gappy.says({ type: "changes", n: 4, cursor: "at 4", changes: [CHANGE] });
    expect(gappy.closedWith).toBe(1005);
    vi.advanceTimersByTime(500);
    Wire.last.greets({ resumed: true });
    expect(Wire.last.sent).toEqual([{ type: "hello", cursor: "at 1" }]);
    expect(heard.slice(3)).toEqual([[CHANGE], "waiting", "live", "resumed"]);
  });

  test("connects again after its connection ended, and fetches everything where it is told so", () => {
    const { heard } = listening();
    Wire.last.greets();
    Wire.last.ends();
    expect(Wire.all).toHaveLength(1);
    vi.advanceTimersByTime(SPREAD);
    expect(Wire.all).toHaveLength(2);
    Wire.last.greets();
    expect(heard).toEqual(["connecting", "live", "resync", "waiting", "live", "resync"]);
  });

  test("counts the frames of each connection anew", () => {
    const { heard } = listening();
    Wire.last.greets();
    Wire.last.says({ type: "changes", n: 1, cursor: "1", changes: [CHANGE] });
    Wire.last.ends();
    vi.advanceTimersByTime(SPREAD);
    Wire.last.greets();
    const before = heard.length;
    Wire.last.says({ type: "changes", n: 1, cursor: "1", changes: [CHANGE] });
    expect(heard.slice(before)).toEqual([[CHANGE]]);
  });

  test("stays out of date in the reader's eyes through every failed attempt", () => {
    const { heard } = listening();
    Wire.last.greets();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      Wire.last.ends();
      vi.advanceTimersByTime(LONG);
    }
    expect(new Set(heard.slice(3))).toEqual(new Set(["waiting"]));
  });

  test("waits longer after each failed attempt, and starts over once it was live", () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    listening();
    for (const wait of [500, 1_000, 2_000]) {
      const opened = Wire.all.length;
      Wire.last.ends();
      vi.advanceTimersByTime(wait - 1);
      expect(Wire.all).toHaveLength(opened);
      vi.advanceTimersByTime(1);
      expect(Wire.all).toHaveLength(opened + 1);
    }
    Wire.last.greets();
    const opened = Wire.all.length;
    Wire.last.ends();
    vi.advanceTimersByTime(SPREAD);
    expect(Wire.all).toHaveLength(opened + 1);
  });

  test("comes back anywhere within three seconds where it was cut off with everyone else", () => {
    const came: number[] = [];
    for (let who = 0; who < 1_000; who += 1) {
      vi.spyOn(Math, "random").mockReturnValue(who / 1_000);
      const { socket } = listening();
      Wire.last.greets();
      Wire.last.ends(who % 2 ? 1012 : 1006);
      const [begun, opened] = [Date.now(), Wire.all.length];
      while (Wire.all.length === opened) vi.advanceTimersToNextTimer();
      came.push(Math.floor((Date.now() - begun) / 1_000));
      socket.stop();
    }
    const perSecond = [0, 1, 2, 3].map((second) => came.filter((at) => at === second).length);
    expect(perSecond).toEqual([334, 333, 333, 0]);
  });

  test("counts connections that end before they are greeted, but for those the server sent away", () => {
    const { socket, unanswered } = listening();
    for (const code of [1006, 1001, 4429, 4425, 1013, 1012, 1006]) {
      Wire.last.ends(code);
      window.dispatchEvent(new Event("online"));
    }
    expect(unanswered).toEqual([1, 2, 3]);
    Wire.last.greets();
    Wire.last.ends();
    window.dispatchEvent(new Event("online"));
    Wire.last.ends();
    expect(unanswered).toEqual([1, 2, 3, 1]);
    socket.stop();
  });

  test("connects at once when the network is back", () => {
    listening();
    Wire.last.ends();
    window.dispatchEvent(new Event("online"));
    expect(Wire.all).toHaveLength(2);
    vi.advanceTimersByTime(LONG - 2_000);
    expect(Wire.all).toHaveLength(2);
  });

  test("does not connect twice when the network comes back while it is connected", () => {
    listening();
    Wire.last.greets();
    window.dispatchEvent(new Event("online"));
    expect(Wire.all).toHaveLength(1);
  });

  test("gives up a connection that is silent for two heartbeats, without waiting for its goodbye", () => {
    const { heard } = listening();
    Wire.last.greets({ heartbeat: 25 });
    const silent = Wire.last;
    vi.advanceTimersByTime(49_999);
    silent.says({ type: "heartbeat" });
    vi.advanceTimersByTime(49_999);
    expect(silent.closedWith).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(silent.closedWith).toBe(1005);
    expect(heard.at(-1)).toBe("waiting");
    vi.advanceTimersByTime(500);
    expect(Wire.all).toHaveLength(2);
  });

  test("gives up a connection that never answers the hello", () => {
    listening();
    vi.advanceTimersByTime(LONG);
    expect(Wire.all).toHaveLength(2);
  });

  test("hears nothing more from a connection it gave up", () => {
    const { heard } = listening();
    const silent = Wire.last;
    silent.greets({ heartbeat: 1 });
    vi.advanceTimersByTime(2_600);
    Wire.last.greets();
    const before = heard.length;
    silent.says({ type: "changes", n: 1, cursor: "1", changes: [CHANGE] });
    silent.ends();
    vi.advanceTimersByTime(1_000);
    expect(heard.slice(before)).toEqual([]);
    expect(Wire.all).toHaveLength(2);
  });

  test("ends for good when the session is over", () => {
    const { heard } = listening();
    Wire.last.greets();
    Wire.last.ends(4401);
    vi.advanceTimersByTime(LONG * 2);
    expect(heard).toEqual(["connecting", "live", "resync", "signed out"]);
    expect(Wire.all).toHaveLength(1);
  });

  test("ends for good when it is stopped, also while it waits", () => {
    const { socket, heard } = listening();
    Wire.last.greets();
    socket.stop();
    Wire.last.ends(1000);
    expect(Wire.last.closedWith).toBe(1000);
    const other = listening();
    Wire.last.ends();
    other.socket.stop();
    window.dispatchEvent(new Event("online"));
    vi.advanceTimersByTime(LONG * 2);
    expect(Wire.all).toHaveLength(2);
    expect([heard, other.heard]).toEqual([
      ["connecting", "live", "resync"],
      ["connecting", "waiting"],
    ]);
  });
});

test.each([
  [0, 250, 500],
  [1, 500, 1_000],
  [3, 2_000, 4_000],
  [40, 15_000, 30_000],
])("the wait before attempt %i is spread from %i to %i ms", (attempt, least, most) => {
  expect([backOff(attempt, () => 0), backOff(attempt, () => 1)]).toEqual([least, most]);
});

test("frames follow when each is one more than the last", () => {
  const count = new FrameCount();
  expect([1, 2, 4, 5, 5, 6].map((n) => count.follows(n))).toEqual([true, true, false, true, false, true]);
});
