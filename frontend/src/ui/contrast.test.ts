import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { theme } from "./theme";

type Tokens = Record<string, string>;

const SCHEMES = { light: ":root {", dark: ':root[data-mantine-color-scheme="dark"] {' };
/** What text stands on where its rule does not say; a changed row flashes under its words. */
const GROUNDS = ["ground", "paper", "sand"];
const [TEXT, SHAPE] = [4.5, 3];

const css = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".css"))
  .map((name) => ({ name, text: readFileSync(join("src", name), "utf8").replace(/\/\*.*?\*\//gs, "") }));
const rules = css
  .filter(({ name }) => name !== join("ui", "tokens.css"))
  .flatMap(({ name, text }) =>
    [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, , body = ""]) => ({ name, body })),
  );

function tokens(scheme: keyof typeof SCHEMES): Tokens {
  const text = readFileSync("src/ui/tokens.css", "utf8");
  const body = text.split(SCHEMES[scheme])[1]?.split("}")[0] ?? "";
  const found = body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g);
  return Object.fromEntries([...found].map(([, name = "", value = ""]) => [name, value]));
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const token = (body: string, property: string) =>
  new RegExp(`(?:^|[;\\s])${property}: var\\(--([\\w-]+)\\)`).exec(body)?.[1];

/** Every pair of a text's colour and what it stands on, as the style sheets say. */
function textPairs(): [string, string][] {
  const pairs = new Set<string>([...GROUNDS, "flash"].map((ground) => `ink ${ground}`));
  for (const { body } of rules) {
    const [ink, ground] = [token(body, "color"), token(body, "background")];
    if (ink) for (const on of ground ? [ground] : GROUNDS) pairs.add(`${ink} ${on}`);
  }
  return [...pairs].toSorted().map((pair) => pair.split(" ") as [string, string]);
}

/** Lines that say what something is: fields, choices, the focus. */
const SHAPES = ["line-strong", "sea", "yes", "confirmed", "gap", "warn"].flatMap((line) =>
  ["ground", "paper"].map((on) => [line, on] as [string, string]),
);

function tooFaint(scheme: keyof typeof SCHEMES, pairs: [string, string][], least: number): string[] {
  const known = tokens(scheme);
  return pairs
    .map(([ink, on]) => ({ pair: `${ink} on ${on}`, is: contrast(known[ink] ?? "", known[on] ?? "") }))
    .filter(({ is }) => !(is >= least))
    .map(({ pair, is }) => `${pair}: ${is.toFixed(2)}`);
}

test("contrast is measured as WCAG does", () => {
  expect([contrast("#000000", "#ffffff"), contrast("#777777", "#ffffff").toFixed(2)]).toEqual([21, "4.48"]);
});

test("the pairs are found", () => {
  expect(textPairs()).toEqual(
    expect.arrayContaining([
      ["ink", "ground"],
      ["gap", "gap-soft"],
      ["sea-ink", "sea-soft"],
      ["ink-soft", "paper"],
    ]),
  );
});

test.each(["light", "dark"] as const)("every text can be read, %s", (scheme) => {
  expect(tooFaint(scheme, textPairs(), TEXT)).toEqual([]);
});

test.each(["light", "dark"] as const)("every line that says something can be seen, %s", (scheme) => {
  expect(tooFaint(scheme, SHAPES, SHAPE)).toEqual([]);
});

test("both schemes have every token, and a faint one is caught", () => {
  expect(Object.keys(tokens("dark"))).toEqual(Object.keys(tokens("light")));
  expect(tooFaint("light", [["line", "paper"]], SHAPE)).toEqual(["line on paper: 1.48"]);
});

test("white can be read on every filled button", () => {
  const shades = Object.entries(theme.colors ?? {}).map(([name, shade]) => [name, shade?.[7] ?? ""] as const);
  const faint = shades.filter(([, shade]) => contrast(shade, "#ffffff") < TEXT);
  expect([shades.map(([name]) => name), faint]).toEqual([["sea", "red"], []]);
});

test("colours stand in the tokens and nowhere else", () => {
  const loose = rules.filter(({ body }) => /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(body));
  expect(loose).toEqual([]);
});
