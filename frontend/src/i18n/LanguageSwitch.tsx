import { useLingui } from "@lingui/react/macro";
import { choose } from "./activate";
import { type Locale, LOCALES } from "./locale";
import "./LanguageSwitch.css";

const ALL = Object.keys(LOCALES) as Locale[];

function Options({ reviewed }: { reviewed: boolean }) {
  return ALL.filter((locale) => (LOCALES[locale].review !== null) === reviewed).map((locale) => (
    <option key={locale} value={locale} lang={LOCALES[locale].tag}>
      {LOCALES[locale].name}
    </option>
  ));
}

/** Each language by its own name, in its own script; those no native reader has signed stand under words that say so. */
export function LanguageSwitch() {
  const { i18n, t } = useLingui();
  return (
    <select
      className="language"
      aria-label={t`Language`}
      value={i18n.locale}
      onChange={(event) => void choose(event.target.value as Locale)}
    >
      <Options reviewed />
      <optgroup label={t`Not yet read by a native speaker`}>
        <Options reviewed={false} />
      </optgroup>
    </select>
  );
}
