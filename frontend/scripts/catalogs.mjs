// What each language must say: everything, or everything on the interpreter's path. Pure, so that it can be tested.

/** The folders whose words an interpreter can meet. */
export const INTERPRETERS_PATH = [
  "api",
  "app",
  "features/account",
  "features/availability",
  "features/devices",
  "features/offers",
  "features/profile",
  "i18n",
  "lib",
  "ui",
];
/** The folders whose words partners and the team meet (the team asks on a partner's behalf), and we ourselves. */
const FOR_DESKS = ["desk", "features/requests", "styleguide"];
/** The folders whose words only the team meets. */
const FOR_TEAM = ["features/board", "features/imports", "features/journal", "features/people"];
/** The folders whose words no interpreter meets. */
export const FOR_OTHERS = [...FOR_DESKS, ...FOR_TEAM];

const under = (folders) => folders.map((folder) => `src/${folder}`);
/** The folder whose words come with its screen, for everybody: no phone keeps them. */
const WITH_THEIR_SCREEN = ["features/devices"];
/** The catalogs of a language, and which folders' words each holds: nobody fetches what they cannot meet. */
export const CATALOGS = [
  { name: "messages", include: ["src"], exclude: under([...FOR_OTHERS, ...WITH_THEIR_SCREEN]) },
  { name: "devices", include: under(WITH_THEIR_SCREEN) },
  { name: "desks", include: under(FOR_DESKS) },
  { name: "team", include: under(FOR_TEAM) },
];

const isIn = (folders, file) => folders.some((folder) => file.startsWith(`src/${folder}/`));

/** The messages of a catalog: what they say, where from, and in which words. */
export function messagesOf(catalog) {
  return catalog
    .split("\n\n")
    .map((block) => ({
      id: /^msgid "((?:[^"\\]|\\.)+)"$/m.exec(block)?.[1],
      said: /^msgstr "((?:[^"\\]|\\.)*)"$/m.exec(block)?.[1],
      origins: [...block.matchAll(/^#: (\S+)$/gm)].map(([, file]) => file),
    }))
    .filter(({ id }) => id !== undefined);
}

/** The catalogs with what `before`, the same language's catalogs as they were, said: a message may have moved. */
export function kept(before, now) {
  const words = new Map(before.flatMap(messagesOf).flatMap(({ id, said }) => (said ? [[id, said]] : [])));
  return now.map((catalog) =>
    catalog.replace(/^msgid "((?:[^"\\]|\\.)+)"\nmsgstr ""$/gm, (empty, id) =>
      words.has(id) ? `msgid "${id}"\nmsgstr "${words.get(id)}"` : empty,
    ),
  );
}

const placeholders = (text) => [...new Set(text.match(/\{\w+(?=[,}])|<\/?\d+\/?>/g))].toSorted().join(" ");

/** What a reader of `locale` lacks. `scope` is "all" or "interpreters". */
export function lacks(locale, catalog, scope) {
  const found = [];
  for (const { id, said, origins } of messagesOf(catalog)) {
    const unknown = origins.find((file) => !isIn([...INTERPRETERS_PATH, ...FOR_OTHERS], file));
    if (unknown) found.push(`${unknown}: say in scripts/catalogs.mjs whether interpreters meet this folder`);
    const needed = scope === "all" || origins.some((file) => isIn(INTERPRETERS_PATH, file));
    if (!said && needed) found.push(`${locale}: no translation of “${id}”`);
    if (said && placeholders(said) !== placeholders(id))
      found.push(`${locale}: other placeholders than in “${id}”`);
  }
  return found;
}
