// Stands in the page itself, before its styles and scripts: what the reader is to see first is asked for at once, and
// nothing that is painted has to change its language, its direction or its colours. The build puts it there
// (scripts/boot.mjs).
import { askAhead } from "./api/ahead";
import { deskAt, DESKS, filesOf, type Pieces, readsAt } from "./app/first";
import { direction, locale, tagOf } from "./i18n/locale";
import "./ui/tokens.css";
import "./ui/base.css";
import "./app/Shell.css";

declare const PIECES: Pieces;
const pieces = PIECES;

function add(file: string, rel: string): HTMLLinkElement {
  const link = document.createElement("link");
  link.rel = rel;
  link.crossOrigin = "";
  if (rel === "preload") link.as = "font";
  link.href = `/${file}`;
  document.head.append(link);
  return link;
}

const fetchEarly = (file: string) => add(file, file.endsWith(".js") ? "modulepreload" : "preload");

/** Milliseconds after which styles that did not come are asked for again; twice as long each time, up to the longest. */
const A_WHILE = 2_000;
const LONGEST = 30_000;

/** The whole sheet is for the screen: it must not hold up the frame, as a link in the page would. */
function style(file: string, wait = A_WHILE): Promise<unknown> {
  const link = add(file, "stylesheet");
  const again = () => {
    link.remove();
    void style(file, Math.min(wait * 2, LONGEST));
  };
  link.addEventListener("error", () => setTimeout(again, wait));
  // A screen without its styles is better than none.
  return new Promise((resolve) => ["load", "error"].map((end) => link.addEventListener(end, resolve)));
}

const spoken = locale();
const page = document.documentElement;
page.lang = tagOf(spoken);
page.dir = direction(spoken);
page.dataset["mantineColorScheme"] = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
const desk = deskAt(location.pathname);
if (desk) page.dataset["desk"] = desk;

window.passerelleStyled = Promise.all(pieces.styles.map((file) => style(file)));
askAhead(readsAt(location.pathname, new Date()), spoken);
// At the start page the address tells whose desk will be opened (app/home.ts).
const expected =
  desk ?? DESKS.find((one) => location.pathname === "/" && location.hostname.startsWith(`${one}.`));
for (const file of filesOf(pieces, expected, spoken)) fetchEarly(file);
if (pieces.font && page.dir === "rtl") fetchEarly(pieces.font);
