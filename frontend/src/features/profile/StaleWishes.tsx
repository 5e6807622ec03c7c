import { Trans, useLingui } from "@lingui/react/macro";
import { Act } from "../../ui/Act";
import { useLimitLines } from "../../ui/limitLines";
import { UserText } from "../../ui/UserText";
import { PLACES, THEMES } from "../../ui/words";
import type { Profile, Wishes } from "./queries";

export type Said = Omit<Wishes, "version">;

const list = (words: string[]) => words.join(" · ") || "–";

/** What can be said, a line each: its label and its words. */
function useWords() {
  const { t, i18n } = useLingui();
  const limitLines = useLimitLines();
  return ({ places, base_area, not_themes, limits }: Said): [string, string][] => [
    [t`Where I can work`, list(places.map((place) => i18n._(PLACES[place])))],
    [t`I set out from`, base_area || t`Not said`],
    ...limitLines(limits),
    [t`Themes I do not take`, list((not_themes ?? []).map((theme) => i18n._(THEMES[theme])))],
  ];
}

interface Props {
  now: Profile;
  mine: Said;
  keepTheirs: () => void;
}

/** Something was saved meanwhile: where it differs from what was typed, both; saving again writes what was typed. */
export function StaleWishes({ now, mine, keepTheirs }: Props) {
  const words = useWords();
  const typed = words(mine);
  const lines = words(now).flatMap(([label, said], at) => {
    const own = typed[at]?.[1] ?? "";
    return own === said ? [] : [{ label, said, own }];
  });
  return (
    <div className="note stack-tight" data-kind="warning" role="alert">
      <p>
        <Trans>The team changed something here meanwhile. Look at it again, then save.</Trans>
      </p>
      {lines.map(({ label, said, own }) => (
        <div key={label} role="group" aria-label={label}>
          <strong>{label}</strong>
          <dl className="facts">
            <dt>
              <Trans>As it is now</Trans>
            </dt>
            <dd>
              <UserText>{said}</UserText>
            </dd>
            <dt>
              <Trans>What you chose</Trans>
            </dt>
            <dd>
              <UserText>{own}</UserText>
            </dd>
          </dl>
        </div>
      ))}
      <div className="row">
        <Act variant="default" onClick={keepTheirs}>
          <Trans>Leave it as it is now</Trans>
        </Act>
      </div>
    </div>
  );
}
