import { expect, test } from "vitest";
import { byPages, everyPage, from, rowsOf } from "./pages";

const PAGES: Record<string, { results: string[]; next: string | null }> = {
  "": { results: ["first", "second"], next: "behind second" },
  "behind second": { results: ["third"], next: "behind third" },
  "behind third": { results: [], next: null },
};

const pageAt = (cursor: string) => {
  const page = PAGES[cursor];
  if (!page) throw new Error(`There is no page ${cursor}.`);
  return page;
};

test("a list of which nothing may be left out is read to its end", async () => {
  const asked: string[] = [];
  const found = await everyPage(async (cursor) => {
    asked.push(cursor);
    return pageAt(cursor);
  });
  expect(found).toEqual(["first", "second", "third"]);
  expect(asked).toEqual(["", "behind second", "behind third"]);
});

test("a page that is not there ends the reading with its reason", async () => {
  const read = everyPage(async (cursor) => pageAt(cursor && "nowhere"));
  await expect(read).rejects.toThrow("There is no page nowhere.");
});

test("pages read so far are one list, and the last one names no other", () => {
  const pages = [pageAt(""), pageAt("behind second")];
  expect(rowsOf({ pages, pageParams: ["", "behind second"] })).toEqual(["first", "second", "third"]);
  expect(pages.map(byPages.getNextPageParam)).toEqual(["behind second", "behind third"]);
  expect(byPages.getNextPageParam(pageAt("behind third"))).toBeUndefined();
});

test("the first page is asked for without a marker", () => {
  expect([from(byPages.initialPageParam), from("behind second")]).toEqual([{}, { cursor: "behind second" }]);
});
