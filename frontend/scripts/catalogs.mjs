// What each language must say: everything, or everything on the interpreter's path. Pure, so that it can be tested.

/** The folders whose words an interpreter can meet. */
export const INTERPRETERS_PATH = [
  "api",
  "app",
  "features/account",
  "features/availability",
  "features/offers",
  "features/profile",
  "i18n",
  "lib",
  "ui",
];
/** The folders whose words only partners, the team and we ourselves meet. */
export const FOR_OTHERS = [
  "desk",
  "features/board",
  "features/journal",
  "features/people",
  "features/requests",
  "styleguide",
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
