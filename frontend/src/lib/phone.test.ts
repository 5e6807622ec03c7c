import { expect, test } from "vitest";
import { callTo } from "./phone";

test.each([
  ["+33 6 39 98 00 17", "tel:+33639980017"],
  ["03.53.01.00.11", "tel:0353010011"],
  ["+44 (0)1632 960 011", "tel:+441632960011"],
])("%s is dialled as %s", (written, dialled) => {
  expect(callTo(written)).toBe(dialled);
});
