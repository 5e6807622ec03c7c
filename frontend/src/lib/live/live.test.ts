import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Asked } from "../../testing/asked";
import { Wire } from "../../testing/wire";
import { Live } from "./live";
import { SPREAD } from "./socket";

const CHANGE = { type: "session", id: "s-1", version: 2, kind: "confirmed" };
/** Longer than any wait before another attempt while no poll brings what changes. */
const LONG = 31_000;
/** Longer than the pause between two polls. */
const PAUSE = 400;
const MINUTES = 300_000;
/** The window hears of the network for as long as one lives. */
const all: Live[] = [];

function begun(cursor: string | null = "at the first answer") {
  const heard: unknown[] = [];
  const place = { cursor };
  const live = new Live("ws://place/ws", "/ws/poll", place, {
    changed: (changes) => heard.push(changes),
    resync: () => heard.push("resync"),
    resumed: () => heard.push("resumed"),
    status: (now) => heard.push(now),
    signedOut: () => heard.push("signed out"),
  });
  live.start();
  all.push(live);
  return { live, heard, place };
}

async function fail(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    Wire.last.ends();
    const opened = Wire.all.length;
    if (time < times - 1) while (Wire.all.length === opened) await vi.advanceTimersToNextTimerAsync();
  }
}

/** In a place that lets no socket through, and polls. */
async function blocked() {
  const found = begun();
  await fail(3);
  await Asked.last.answers({ cursor: "1" });
  return found;
}

beforeEach(() => {
  vi.useFakeTimers();
  Wire.install();
  Asked.install();
});
afterEach(() => {
  for (const live of all.splice(0)) live.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a live line", () => {
  test("is a socket, and asks nothing, where sockets get through", async () => {
    const { heard } = begun();
    Wire.last.greets({ resumed: true });
    Wire.last.ends();
    await vi.advanceTimersByTimeAsync(SPREAD);
    await fail(2);
    expect(heard).toEqual(["connecting", "live", "resumed", "waiting", "waiting", "waiting"]);
    expect(Asked.all).toHaveLength(0);
  });

  test("goes on by polls after three sockets that never said hello, with the same cursor", async () => {
    const { heard, place } = begun();
    await fail(3);
    expect(Asked.all).toHaveLength(1);
    expect([Asked.last.url, Asked.last.cursor]).toEqual(["/ws/poll", "at the first answer"]);
    await Asked.last.answers({ cursor: "1", changes: [CHANGE] });
    expect(heard.slice(-3)).toEqual(["live", "resumed", [CHANGE]]);
    expect(place.cursor).toBe("1");
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(Asked.last.cursor).toBe("1");
    await Asked.last.answers({ cursor: "2", changes: [CHANGE, CHANGE] });
    expect(heard.at(-1)).toEqual([CHANGE, CHANGE]);
  });

  test("fetches everything where the first poll cannot go on", async () => {
    const { heard } = begun();
    await fail(3);
    await Asked.last.answers({ resumed: false });
    expect(heard.slice(-2)).toEqual(["live", "resync"]);
  });

  test("says nothing of sockets that fail while polls are answered", async () => {
    const { heard } = await blocked();
    const before = heard.length;
    await vi.advanceTimersByTimeAsync(PAUSE);
    await fail(4);
    expect(heard.slice(before)).toEqual([]);
  });

  test("tries a socket again soon, then ever more seldom", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    await blocked();
    const waits: number[] = [];
    for (let time = 0; time < 13; time += 1) {
      const [from, opened] = [Date.now(), Wire.all.length];
      while (Wire.all.length === opened) {
        await vi.advanceTimersToNextTimerAsync();
        if (!Asked.last.aborted) await Asked.last.answers();
      }
      waits.push(Date.now() - from);
      Wire.last.ends();
    }
    expect(waits[0]).toBe(500);
    expect(waits.slice(-2)).toEqual([MINUTES, MINUTES]);
  });

  test("ends its polls when a socket is greeted, and hears no late answer", async () => {
    const { heard, place } = await blocked();
    await vi.advanceTimersByTimeAsync(PAUSE);
    const late = Asked.last;
    await vi.advanceTimersByTimeAsync(LONG);
    Wire.last.greets({ resumed: true, cursor: "by socket" });
    expect(late.aborted || Asked.last.aborted).toBe(true);
    const [asked, before] = [Asked.all.length, heard.length];
    await Asked.last.answers({ changes: [CHANGE] });
    await vi.advanceTimersByTimeAsync(MINUTES / 10);
    expect(heard.slice(before)).not.toContainEqual([CHANGE]);
    expect(place.cursor).toBe("by socket");
    expect(Asked.all).toHaveLength(asked);
  });

  test("waits longer after each poll that failed, says so, and asks at once when the network is back", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    const { heard } = await blocked();
    await vi.advanceTimersByTimeAsync(PAUSE);
    await Asked.last.breaks();
    expect(heard.at(-1)).toBe("waiting");
    for (const [wait, status] of [
      [500, 503],
      [1_000, 429],
      [2_000, 502],
    ] as const) {
      const asked = Asked.all.length;
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(Asked.all).toHaveLength(asked);
      await vi.advanceTimersByTimeAsync(1);
      expect(Asked.all).toHaveLength(asked + 1);
      await Asked.last.refuses(status);
    }
    const asked = Asked.all.length;
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(0);
    expect(Asked.all).toHaveLength(asked + 1);
    await Asked.last.answers();
    expect(heard.slice(-2)).toEqual(["live", "resumed"]);
  });

  test("stays away for as long as it is told to, and no longer after that", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    await blocked();
    await vi.advanceTimersByTimeAsync(PAUSE);
    await Asked.last.refuses(429, { "Retry-After": "3" });
    for (const wait of [3_500, 1_000]) {
      const asked = Asked.all.length;
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(Asked.all).toHaveLength(asked);
      await vi.advanceTimersByTimeAsync(1);
      expect(Asked.all).toHaveLength(asked + 1);
      await Asked.last.breaks();
    }
  });

  test("gives up a poll that is never answered", async () => {
    const { heard } = await blocked();
    await vi.advanceTimersByTimeAsync(PAUSE);
    const silent = Asked.last;
    await vi.advanceTimersByTimeAsync(40_000);
    expect(silent.aborted).toBe(true);
    expect(heard).toContain("waiting");
  });

  test("does not fetch everything at once with everyone else where all start over", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const { heard, place } = await blocked();
    await vi.advanceTimersByTimeAsync(PAUSE);
    await Asked.last.answers({ cursor: "anew", resumed: false });
    expect([heard.includes("resync"), place.cursor]).toEqual([false, "1"]);
    await vi.advanceTimersByTimeAsync(SPREAD / 2);
    expect([heard.includes("resync"), place.cursor]).toEqual([true, "anew"]);
  });

  test("ends for good when the session is over", async () => {
    const { heard } = await blocked();
    await vi.advanceTimersByTimeAsync(PAUSE);
    await Asked.last.refuses(401);
    await staysSilent();
    expect(heard.at(-1)).toBe("signed out");
  });

  test("ends for good when it is stopped", async () => {
    const { live, heard } = await blocked();
    live.stop();
    await staysSilent();
    expect(heard.slice(-2)).toEqual(["live", "resumed"]);
  });
});

async function staysSilent(): Promise<void> {
  const before = [Asked.all.length, Wire.all.length];
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(MINUTES * 2);
  expect([Asked.all.length, Wire.all.length]).toEqual(before);
}
