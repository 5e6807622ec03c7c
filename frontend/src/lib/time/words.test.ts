import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Locale, LOCALES, numbersOf } from "../../i18n/locale";
import { learnNames } from "./names";
import {
  clock,
  dateOfYear,
  dateWords,
  dayWords,
  foreignZone,
  hours,
  momentWords,
  shortDate,
  solarWords,
} from "./words";

const START = "2026-11-27T10:00:00+01:00";
const END = "2026-11-27T11:30:00+01:00";
const PARIS = "Europe/Paris";
const ALL = Object.keys(LOCALES) as Locale[];

beforeAll(async () => {
  await Promise.all(ALL.map(learnNames));
});

afterEach(() => void vi.unstubAllEnvs());

test.each([
  ["en", "Friday 27 November", "10:00–11:30"],
  ["fr", "vendredi 27 novembre", "10:00–11:30"],
  ["ar", "الجمعة، 27 نوفمبر", "من 10:00 إلى 11:30"],
  ["fa", "جمعه ۲۷ نوامبر", "از ۱۰:۰۰ تا ۱۱:۳۰"],
  ["prs", "جمعه ۲۷ نومبر", "از ۱۰:۰۰ تا ۱۱:۳۰"],
  ["ps", "جمعه، د نومبر ۲۷", "له ۱۰:۰۰ تر ۱۱:۳۰"],
  ["ckb", "ھەینی، ٢٧ی تشرینی دووەم", "لە ١٠:٠٠ تا ١١:٣٠"],
  ["ti", "ዓርቢ፣ 27 ሕዳር", "ካብ 10:00 ክሳብ 11:30"],
])("a day and its hours in %s", (locale, day, span) => {
  expect([dayWords(START, locale, PARIS), hours(START, END, locale, PARIS)]).toEqual([day, span]);
});

test("a day is the one at the place, not the one here", () => {
  const late = "2026-11-26T23:30:00Z";
  expect([dayWords(late, "ti", PARIS), dayWords(late, "ti", "Europe/London")]).toEqual([
    "ዓርቢ፣ 27 ሕዳር",
    "ሓሙስ፣ 26 ሕዳር",
  ]);
});

test("the first of a month is counted in French, and in no other language or day", () => {
  const first = ["2027-01-01", "2027-01-11"].map((day) => [
    dateWords(day, "fr"),
    shortDate(day, "fr"),
    dateOfYear(day, "fr"),
    momentWords(`${day}T09:00:00Z`, "fr", "UTC"),
  ]);
  expect([...first, dateWords("2027-01-01", "en"), dateWords("2027-01-01", "ar")]).toEqual([
    ["vendredi 1er janvier", "ven. 1er janv.", "ven. 1er janv. 2027", "vendredi 1er janvier à 09:00"],
    ["lundi 11 janvier", "lun. 11 janv.", "lun. 11 janv. 2027", "lundi 11 janvier à 09:00"],
    "Friday 1 January",
    "الجمعة، 1 يناير",
  ]);
});

test("a calendar day and its short form", () => {
  expect([
    dateWords("2026-11-27", "ckb"),
    shortDate("2026-11-27", "ti"),
    shortDate("2026-11-27", "en"),
  ]).toEqual(["ھەینی، ٢٧ی تشرینی دووەم", "ዓር፣ 27 ሕዳር", "Fri 27 Nov"]);
});

test.each([
  ["en", "Fri 27 Nov 2026"],
  ["fr", "ven. 27 nov. 2026"],
  ["ar", "الجمعة، 27 نوفمبر 2026"],
  ["fa", "جمعه ۲۷ نوامبر ۲۰۲۶"],
  ["ckb", "ھەینی، ٢٧ی تشرینی دووەم ٢٠٢٦"],
])("a day with its year, the Gregorian one, in %s", (locale, expected) => {
  expect(dateOfYear("2026-11-27", locale)).toBe(expected);
});

test("a calendar day is the same wherever the reader is", () => {
  for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    vi.stubEnv("TZ", zone);
    expect([dateWords("2026-11-27", "en"), shortDate("2026-11-27", "en")]).toEqual([
      "Friday 27 November",
      "Fri 27 Nov",
    ]);
  }
});

test("clocks have 24 hours, midnight is their first, and autumn shows an hour twice", () => {
  const moments = [
    "2026-12-04T20:05:00Z",
    "2026-12-03T23:00:00Z",
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z",
  ];
  expect(moments.map((moment) => clock(moment, "en", PARIS))).toEqual(["21:05", "00:00", "02:30", "02:30"]);
});

test("a moment has its hour beside its day", () => {
  expect([momentWords(START, "ps", PARIS), momentWords(START, "fa", PARIS)]).toEqual([
    "جمعه، د نومبر ۲۷، ۱۰:۰۰ بجې",
    "جمعه ۲۷ نوامبر، ساعت ۱۰:۰۰",
  ]);
});

test("the Solar Hijri day stands where people count by it", () => {
  expect(ALL.map((locale) => solarWords(START, locale, PARIS))).toEqual([
    "",
    "",
    "",
    "۶ آذر",
    "۶ قوس",
    "د لیندۍ ۶",
    "",
    "",
  ]);
});

test("a zone is named where this device is in another one", () => {
  vi.stubEnv("TZ", "Asia/Tokyo");
  expect(foreignZone(PARIS, "ps", START)).toBe("مرکزي اروپايي وخت");
  expect(foreignZone("America/Lima", "ti", START)).toBe("GMT-05:00");
  expect(foreignZone("Asia/Seoul", "ps", START)).toBe("");
});

test("a zone is named only in the season in which its clocks differ from those here", () => {
  vi.stubEnv("TZ", "Africa/Algiers");
  expect([foreignZone(PARIS, "en", START), foreignZone(PARIS, "en", "2026-07-03T09:00:00Z")]).toEqual([
    "",
    "Central European Time",
  ]);
});

test.each(ALL)("whoever stands in for %s has its plural forms", (locale) => {
  const [own, stand] = [LOCALES[locale].tag, numbersOf(locale)].map((tag) => new Intl.PluralRules(tag));
  const counts = Array.from({ length: 200 }, (_, n) => n);
  expect(counts.map((n) => stand?.select(n))).toEqual(counts.map((n) => own?.select(n)));
});
