import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { CATALOGS, FOR_OTHERS, INTERPRETERS_PATH, kept, lacks } from "./catalogs.mjs";

const header = 'msgid ""\nmsgstr ""\n"Language: ps\\n"\n';
const message = (id, said, ...origins) =>
  `${origins.map((file) => `#: src/${file}\n`).join("")}msgid "${id}"\nmsgstr "${said}"\n`;
const catalog = (...messages) => [header, ...messages].join("\n");

const offer = message("Can you come?", "", "features/offers/OfferCard.tsx");
const board = message("Confirm the day", "", "features/board/BoardPage.tsx");

test("a language for all needs every message", () => {
  expect(lacks("fr", catalog(offer, board), "all")).toEqual([
    "fr: no translation of “Can you come?”",
    "fr: no translation of “Confirm the day”",
  ]);
});

test("a language for interpreters needs what they meet, and no more", () => {
  expect(lacks("ps", catalog(offer, board), "interpreters")).toEqual([
    "ps: no translation of “Can you come?”",
  ]);
});

test("a message of the board that an offer says too is needed", () => {
  const both = message("Close", "", "features/board/ScheduleForm.tsx", "ui/SideSheet.tsx");
  expect(lacks("ps", catalog(both), "interpreters")).toEqual(["ps: no translation of “Close”"]);
});

test("a translated message is not lacking", () => {
  expect(lacks("ps", catalog(message("Close", "بندول", "ui/SideSheet.tsx")), "interpreters")).toEqual([]);
});

test("a folder nobody placed is named", () => {
  const chat = message("Write", "ليکل", "features/chat/Chat.tsx");
  expect(lacks("ps", catalog(chat), "interpreters")).toEqual([
    "src/features/chat/Chat.tsx: say in scripts/catalogs.mjs whether interpreters meet this folder",
  ]);
});

test.each([
  ["Answer by {by}", "ځواب"],
  ["Answer by {by}", "ځواب {له}"],
  ["<0>{name}</0> has it", "{name}"],
  ["{n, plural, one {# day} other {# days}}", "{m, plural, other {# ورځې}}"],
])("a lost placeholder of “%s” is named", (id, said) => {
  const found = lacks("ps", catalog(message(id, said, "ui/states.tsx")), "interpreters");
  expect(found).toEqual([`ps: other placeholders than in “${id}”`]);
});

test("what was translated stays so in whichever catalog it stands now, and twice if it stands in two", () => {
  const empty = message("Confirm the day", "", "features/board/BoardPage.tsx");
  const said = message("Confirm the day", "ورځ تایید کړئ", "features/board/BoardPage.tsx");
  const before = [catalog(offer), catalog(said)];
  expect(kept(before, [catalog(offer, empty), catalog(), catalog(empty)])).toEqual([
    catalog(offer, said),
    catalog(),
    catalog(said),
  ]);
});

test("every folder stands in one catalog", () => {
  const [rest, ...others] = CATALOGS;
  expect(others.flatMap(({ include }) => include).toSorted()).toEqual(rest.exclude.toSorted());
});

test("every feature is placed", () => {
  const features = readdirSync("src/features").map((name) => `features/${name}`);
  expect([...INTERPRETERS_PATH, ...FOR_OTHERS]).toEqual(expect.arrayContaining(features));
});
