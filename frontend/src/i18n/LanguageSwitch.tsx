import { useLingui } from "@lingui/react/macro";
import { choose } from "./activate";
import { LOCALES, type Locale } from "./locale";
import "./LanguageSwitch.css";

/** Each language by its own name, in its own script. */
export function LanguageSwitch() {
  const { i18n, t } = useLingui();
  return (
    <select
      className="language"
      aria-label={t`Language`}
      value={i18n.locale}
      onChange={(event) => void choose(event.target.value as Locale)}
    >
      {Object.entries(LOCALES).map(([tag, name]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  );
}
