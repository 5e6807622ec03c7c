import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** A style sheet stays once its screen was opened: what two features say of one class depends on who was there first. */
test("no class is given its looks by two features", () => {
  const owners = new Map<string, Set<string>>();
  for (const file of globSync("src/features/*/*.css")) {
    const sheet = readFileSync(file, "utf8").replaceAll(/\/\*[^]*?\*\//g, "");
    for (const [, name = ""] of sheet.matchAll(/^\s*\.([a-z][\w-]*)\s*[{,]/gm))
      owners.set(name, (owners.get(name) ?? new Set()).add(file.split("/").at(-2) ?? ""));
  }
  expect(owners.size).toBeGreaterThan(50);
  const shared = [...owners].filter(([, features]) => features.size > 1).map(([name]) => name);
  expect(shared).toEqual([]);
});
