import { describe, expect, it } from "vitest";
import { asAsk } from "../draft/draft";
import { EMPTY, type Session } from "../draft/form";
import { aSession, GROUP, ZONE } from "../draft/testing";
import { repeated } from "./again";
import { lastRequests, nextDay } from "./repeat";

const OTHER = "00000000-0000-4000-8000-000000000002";

function sent(id: string, day: string, otherwise: Partial<Session> = {}, group = GROUP): Session {
  const ask = asAsk({ ...EMPTY, group, day, time: "10:00", people: "6", minutes: 75, told: ["me"] }, ZONE);
  return { ...aSession(id, 1, ask, "requested"), requested_at: `${day}T08:00:00Z`, day, ...otherwise };
}

describe("lastRequests", () => {
  it("is the last sent of each group, the last of all first; never a draft", () => {
    const sessions = [
      sent("early", "2026-11-13"),
      sent("other", "2026-11-20", {}, OTHER),
      sent("late", "2026-11-27"),
      sent("draft", "2026-12-04", { state: "draft", requested_at: null }),
    ];
    const both = [{ id: GROUP }, { id: OTHER }];
    expect(lastRequests(sessions, both).map(({ id }) => id)).toEqual(["late", "other"]);
  });

  it("leaves out a group that takes no requests any more", () => {
    const sessions = [sent("closed", "2026-11-27"), sent("other", "2026-11-20", {}, OTHER)];
    expect(lastRequests(sessions, [{ id: OTHER }]).map(({ id }) => id)).toEqual(["other"]);
  });
});

describe("nextDay", () => {
  const days = ["2026-12-04", "2026-12-11"];

  it("is the first coming day on which the group has nothing", () => {
    expect(nextDay(days, GROUP, [])).toBe("2026-12-04");
    expect(nextDay(days, GROUP, [sent("a", "2026-12-04")])).toBe("2026-12-11");
    expect(nextDay(days, GROUP, [sent("a", "2026-12-04", {}, OTHER)])).toBe("2026-12-04");
  });

  it("does not mind what was taken back", () => {
    expect(nextDay(days, GROUP, [sent("a", "2026-12-04", { state: "withdrawn" })])).toBe("2026-12-04");
  });

  it("is a week after the group's last where it has something on each", () => {
    expect(nextDay(days, GROUP, [sent("a", "2026-12-04"), sent("b", "2026-12-11")])).toBe("2026-12-18");
    expect(nextDay([], GROUP, [sent("a", "2026-12-25")])).toBe("2027-01-01");
    expect(nextDay([], GROUP, [])).toBe("");
  });
});

describe("repeated", () => {
  it("is the same at the same time on the wall, in summer as in winter; who is told is chosen anew", () => {
    const winter = sent("a", "2026-11-27");
    const draft = repeated(winter, "2027-07-02");
    expect([draft.day, draft.time, draft.minutes, draft.people, draft.told]).toEqual([
      "2027-07-02",
      "10:00",
      75,
      "6",
      null,
    ]);
    expect(asAsk(draft, ZONE).starts_at).toBe("2027-07-02T10:00:00+02:00");
  });
});
