import { describe, expect, it } from "vitest";
import { asAsk, canBeKept, draftOf, lacks, sameAsk } from "./draft";
import { type Draft, EMPTY } from "./form";
import { inForm } from "./problems";
import { aSession, GROUP, ZONE } from "./testing";
import { without } from "./without";

const NOW = new Date("2026-11-23T09:00:00Z");
const WHOLE: Draft = {
  group: GROUP,
  day: "2026-11-27",
  time: "10:00",
  second: false,
  minutes: 75,
  mode: "remote",
  people: "13",
  needs: [
    { language: "prs", variety: "", people: "8" },
    { language: "ar", variety: "ar-SD", people: "5" },
  ],
  requirements: { woman: "required", variety: "wished", named: "wished" },
  named: "00000000-0000-4000-8000-00000000000a",
  theme: "sleep",
  situations: ["first_meeting", "children_present"],
  materials: ["lego"],
  room: ["quiet"],
  notes: "Two toddlers come along.",
  contactName: "Juliette",
  contactPhone: "+33 3 53 01 00 11",
  staff: ["Ben Hartley"],
  told: ["00000000-0000-4000-8000-00000000000b"],
};

describe("asAsk", () => {
  it("says everything that was typed", () => {
    expect(asAsk(WHOLE, ZONE)).toEqual({
      group: GROUP,
      starts_at: "2026-11-27T10:00:00+01:00",
      ends_at: "2026-11-27T10:15:00Z",
      mode: "remote",
      people_expected: 13,
      needs: [
        { language: "prs", variety: null, people: 8 },
        { language: "ar", variety: "ar-SD", people: 5 },
      ],
      requirements: [
        { what: "woman", strength: "required" },
        { what: "variety", strength: "wished" },
        { what: "named", strength: "wished" },
      ],
      named: WHOLE.named,
      brief: {
        theme: "sleep",
        situations: ["first_meeting", "children_present"],
        materials: ["lego"],
        room: ["quiet"],
        notes: "Two toddlers come along.",
      },
      contact: { name: "Juliette", phone: "+33 3 53 01 00 11" },
      staff_present: ["Ben Hartley"],
      told: WHOLE.told,
    });
  });

  it("leaves out what is only half chosen, so that the rest can be kept", () => {
    const half: Draft = {
      ...WHOLE,
      people: "many",
      needs: [
        { language: "ar", variety: "", people: "" },
        { language: "", variety: "", people: "3" },
      ],
      named: "",
      staff: ["Ben", " "],
    };
    const ask = asAsk(half, ZONE);
    expect([ask.people_expected, ask.needs, ask.requirements, ask.named, ask.staff_present]).toEqual([
      0,
      [{ language: "ar", variety: null, people: 1 }],
      [{ what: "woman", strength: "required" }],
      null,
      ["Ben"],
    ]);
  });

  it("reads the digits of other scripts", () => {
    expect(asAsk({ ...WHOLE, people: "١٢" }, ZONE).people_expected).toBe(12);
    expect(asAsk({ ...WHOLE, people: "۱۲" }, ZONE).people_expected).toBe(12);
  });

  it("means the second of two where that is said", () => {
    const night = { ...WHOLE, day: "2026-10-25", time: "02:30" };
    expect(asAsk(night, ZONE).starts_at).toBe("2026-10-25T02:30:00+02:00");
    expect(asAsk({ ...night, second: true }, ZONE).starts_at).toBe("2026-10-25T02:30:00+01:00");
  });
});

describe("draftOf", () => {
  it("comes back to the same form, on the night that has an hour twice too", () => {
    for (const draft of [
      WHOLE,
      { ...WHOLE, day: "2026-10-25", time: "02:30" },
      { ...WHOLE, day: "2026-10-25", time: "02:30", second: true },
    ]) {
      const session = aSession("session-1", 1, asAsk(draft, ZONE), "draft");
      expect(draftOf({ ...session, named: { id: WHOLE.named, first_name: "Shirin" } })).toEqual(draft);
    }
  });
});

describe("lacks", () => {
  it("is nothing for a whole request", () => {
    expect(lacks(WHOLE, ZONE, NOW)).toEqual([]);
  });

  it("is everything of an empty one, in the order of the form", () => {
    expect(lacks({ ...EMPTY, time: "" }, undefined, NOW)).toEqual([
      "group",
      "day",
      "no_time",
      "people",
      "needs",
    ]);
  });

  it.each([
    ["time", { day: "2027-03-28", time: "02:30" }],
    ["past", { day: "2026-11-23", time: "09:59" }],
    ["needs_people", { needs: [{ language: "prs", variety: "", people: "a few" }] }],
    ["named", { named: "" }],
  ] as [string, Partial<Draft>][])("is %s", (lack, otherwise) => {
    expect(lacks({ ...WHOLE, ...otherwise }, ZONE, NOW)).toEqual([lack]);
  });

  it("is not the past one minute from now", () => {
    expect(lacks({ ...WHOLE, day: "2026-11-23", time: "10:01" }, ZONE, NOW)).toEqual([]);
  });
});

describe("canBeKept", () => {
  it("needs a group and a time that exists", () => {
    expect(canBeKept({ ...EMPTY, group: GROUP, day: "2026-11-27" }, ZONE)).toBe(true);
    expect(canBeKept({ ...EMPTY, day: "2026-11-27" }, undefined)).toBe(false);
    expect(canBeKept({ ...EMPTY, group: GROUP }, ZONE)).toBe(false);
    expect(canBeKept({ ...EMPTY, group: GROUP, day: "2027-03-28", time: "02:30" }, ZONE)).toBe(false);
  });
});

describe("sameAsk", () => {
  it("does not mind how a moment is written, nor in which order requirements stand", () => {
    const ask = asAsk(WHOLE, ZONE);
    const other = {
      ...ask,
      starts_at: "2026-11-27T09:00:00Z",
      requirements: ask.requirements?.toReversed() ?? [],
    };
    expect(sameAsk(ask, other)).toBe(true);
    expect(sameAsk(ask, { ...ask, people_expected: 12 })).toBe(false);
  });
});

describe("inForm", () => {
  it("puts the account's words beside the line of the form they are about", () => {
    const draft: Draft = {
      ...WHOLE,
      needs: [{ language: "", variety: "", people: "" }, ...WHOLE.needs],
      staff: ["", "Ben", "Ring 06 12 34 56 78"],
    };
    const told = {
      "needs.1.variety": "Another.",
      "staff_present.1": "No numbers.",
      "brief.notes": "None.",
      "": "All.",
    };
    expect(inForm(draft, told)).toEqual({
      "needs.2.variety": "Another.",
      "staff_present.2": "No numbers.",
      "brief.notes": "None.",
      "": "All.",
    });
  });
});

describe("without", () => {
  it("does without every text that was refused, and keeps the rest", () => {
    const ask = asAsk(WHOLE, ZONE);
    const rest = without(ask, ["brief.notes", "staff_present.0", "named"]);
    expect(rest).toEqual({
      ...ask,
      brief: { ...ask.brief, notes: "" },
      staff_present: [],
      named: null,
      requirements: [{ what: "woman", strength: "required" }],
    });
  });

  it("is nothing where it cannot do without the field", () => {
    expect(without(asAsk(WHOLE, ZONE), ["brief.notes", "ends_at"])).toBeNull();
    expect(without(asAsk(WHOLE, ZONE), [""])).toBeNull();
    expect(without(asAsk(WHOLE, ZONE), [])).toBeNull();
  });
});
