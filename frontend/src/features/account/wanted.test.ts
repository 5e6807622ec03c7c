import { describe, expect, test } from "vitest";
import { destination } from "./wanted";

describe("after a sign-in", () => {
  test.each(["/team", "/team/waiting", "/team/journal?who=1#top"])(
    "%s of one's own desk is gone to",
    (to) => {
      expect(destination({ to }, ["partner", "team"])).toBe(to);
    },
  );

  test.each([
    "/partner",
    "/teams/waiting",
    "team/waiting",
    "//team/waiting",
    "/\\team/waiting",
    "/team\\waiting",
    "https://team/waiting",
    "/sign-in",
    "/",
    "",
    7,
  ])("%s is not: the start is", (to) => {
    expect(destination({ to }, ["team"])).toBe("/");
  });

  test("who was sent from nowhere goes to the start", () => {
    expect(destination(null, ["team"])).toBe("/");
  });
});
