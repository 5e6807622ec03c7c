import { expect, test } from "vitest";
import { dateFormat, numberFormat } from "./formats";

const HOUR = { hour: "2-digit", timeZone: "Europe/Paris" } as const;

test("a formatter is made once", () => {
  expect(dateFormat("en-GB", { ...HOUR })).toBe(dateFormat("en-GB", { ...HOUR }));
  expect(numberFormat("ar", { minimumIntegerDigits: 2 })).toBe(
    numberFormat("ar", { minimumIntegerDigits: 2 }),
  );
});

test("another language, zone or form is another formatter", () => {
  const noon = new Date("2026-11-27T12:00:00Z");
  expect(dateFormat("en-GB", HOUR).format(noon)).toBe("13");
  expect(dateFormat("en-GB", { ...HOUR, timeZone: "Europe/London" }).format(noon)).toBe("12");
  expect(numberFormat("en", { minimumIntegerDigits: 2 }).format(7)).toBe("07");
  expect(numberFormat("en", { minimumIntegerDigits: 1 }).format(7)).toBe("7");
  expect(numberFormat("fa-u-nu-arabext", { minimumIntegerDigits: 1 }).format(7)).toBe("۷");
});
