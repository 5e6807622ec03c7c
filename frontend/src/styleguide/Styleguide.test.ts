import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("every component of src/ui stands in the styleguide", () => {
  const components = readdirSync("src/ui")
    .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx"))
    .flatMap((name) => readFileSync(`src/ui/${name}`, "utf8").match(/(?<=export function )[A-Z]\w+/g) ?? []);
  const shown = ["Styleguide", "Said"]
    .map((file) => readFileSync(`src/styleguide/${file}.tsx`, "utf8"))
    .join();
  expect(components.length).toBeGreaterThan(10);
  expect(components.filter((name) => !shown.includes(`<${name}`))).toEqual([]);
});
