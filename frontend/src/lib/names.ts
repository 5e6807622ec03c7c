const FIRST_STRONG = "\u2068";
const POP = "\u2069";

/** A name inside a text that cannot be marked up: it keeps its own direction, and turns nothing round it. */
export const isolated = (name: string) => (name ? `${FIRST_STRONG}${name}${POP}` : name);

/** Several in one text, each by itself; what is empty is left out. */
export function inOneText(names: string[], between: string): string {
  const said = names.filter(Boolean);
  return (said.length > 1 ? said.map(isolated) : said).join(between);
}

const COMMAS: Record<string, string> = {
  ar: "، ",
  ckb: "، ",
  fa: "، ",
  prs: "، ",
  ps: "، ",
  ti: "፣ ",
};

/** What stands between two names, in the language of the page. */
export const comma = (locale: string) => COMMAS[locale] ?? ", ";
