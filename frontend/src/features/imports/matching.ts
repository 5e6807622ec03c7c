import type { Column, Field } from "./queries";

/** What each column is taken for, by its index; null: it is left out. */
export type Choices = Record<number, string | null>;

export function choicesOf(columns: readonly Column[]): Choices {
  return Object.fromEntries(columns.map(({ index, field }) => [index, field]));
}

/** `index` taken for `field`: another column that was taken for it is left out then, where the thing has one column. */
export function choose(
  choices: Choices,
  index: number,
  field: string | null,
  fields: readonly Field[],
): Choices {
  const alone = !fields.some(({ name, several }) => several && name === field);
  const others = Object.entries(choices).map(([at, taken]) => [
    at,
    alone && field !== null && taken === field ? null : taken,
  ]);
  return { ...Object.fromEntries(others), [index]: field } as Choices;
}

/** The fields every row needs that no column is taken for, and no column that would do instead. */
export function missing(fields: readonly Field[], choices: Choices): Field[] {
  const taken = new Set(Object.values(choices));
  return fields.filter(
    ({ name, required, instead }) => required && ![name, ...instead].some((one) => taken.has(one)),
  );
}

/** The columns that are now taken for something else than `columns` says. */
export function changed(
  columns: readonly Column[],
  choices: Choices,
): { index: number; field: string | null }[] {
  return columns.flatMap(({ index, field }) => {
    const chosen = choices[index] ?? null;
    return chosen === field ? [] : [{ index, field: chosen }];
  });
}

/** The name spreadsheets give a column: A, B, … Z, AA. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
