import type { Draft } from "./form";

/** The place in the form of the `sent`-th of what was sent, where empty lines were left out. */
function placeOf<T>(lines: T[], isSent: (line: T) => unknown, sent: number): number {
  const places = lines.flatMap((line, place) => (isSent(line) ? [place] : []));
  return places[sent] ?? sent;
}

/** The account names lines by their place in what was sent; here they are by their place in the form. */
export function inForm(draft: Draft, problems: Record<string, string>): Record<string, string> {
  const moved = Object.entries(problems).map(([field, words]) => {
    const [first, at, ...rest] = field.split(".");
    if (at === undefined || !/^\d+$/.test(at)) return [field, words] as const;
    if (first === "needs")
      return [
        ["needs", placeOf(draft.needs, (need) => need.language, Number(at)), ...rest].join("."),
        words,
      ] as const;
    if (first === "staff_present")
      return [`staff_present.${placeOf(draft.staff, (name) => name.trim(), Number(at))}`, words] as const;
    return [field, words] as const;
  });
  return Object.fromEntries(moved);
}
