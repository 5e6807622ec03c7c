/** Options of a query whose answer an interpreter's phone keeps, to be read without a signal. */
export const KEPT = { gcTime: Infinity, meta: { kept: true } } as const;

const MARK = "passerelle.kept";

/** Whether this phone kept anything: known at once, so that nobody else waits for the shelf. */
export const isSomethingKept = (): boolean => localStorage.getItem(MARK) !== null;

export function somethingKept(is: boolean): void {
  if (is) localStorage.setItem(MARK, "1");
  else localStorage.removeItem(MARK);
}
