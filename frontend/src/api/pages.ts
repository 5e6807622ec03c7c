import type { InfiniteData } from "@tanstack/react-query";

interface Page<T> {
  results: T[];
  /** Marks the page that follows; null behind the last. */
  next: string | null;
}

/** Where a page begins, as a part of the query; the first one begins of itself. */
export const from = (cursor: string): { cursor?: string } => (cursor ? { cursor } : {});

/** What every list that is read page by page has alike. */
export const byPages = {
  initialPageParam: "",
  getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
};

/** What was read so far, as one list. */
export function rowsOf<T>({ pages }: InfiniteData<Page<T>, unknown>): T[] {
  return pages.flatMap(({ results }) => results);
}

/** All of a list of which something is to be chosen, or nothing may be left out: short, whatever its pages. */
export async function everyPage<T>(fetchPage: (cursor: string) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: Page<T> = await fetchPage(cursor);
    found.push(...page.results);
    cursor = page.next;
  }
  return found;
}
