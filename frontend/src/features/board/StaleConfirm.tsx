import { Plural, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Schema } from "../../api/client";
import { StaleChoice } from "../../desk/StaleChoice";
import { hours } from "../../lib/time/words";
import { willBeConfirmed } from "./readiness";
import { hearers } from "./told";
import { comma, inOneText, isolated } from "../../lib/names";

type Preview = Schema["ConfirmationPreview"];
type Reasons = Record<string, string>;

interface Props {
  /** What one looked at and confirmed. */
  sent: Preview;
  now: Preview;
  reasons: Reasons;
  busy: boolean;
  keepTheirs: () => void;
  writeMine: () => void;
}

function useWords(reasons: Reasons) {
  const { t, i18n } = useLingui();
  return (preview: Preview): [string, ReactNode][] => {
    const sessions = preview.sessions
      .filter((line) => willBeConfirmed(line, reasons[line.session.id] ?? ""))
      .map(
        ({ session: { group, site, starts_at, ends_at } }) =>
          `${hours(starts_at, ends_at, i18n.locale, site.time_zone)} ${isolated(group.name)}`,
      );
    const yes = preview.therapists_yes;
    const empty = preview.sessions.reduce((sum, { empty_shifts }) => sum + empty_shifts, 0);
    return [
      [t`Will be confirmed`, sessions.join(" · ") || "–"],
      [
        t`Therapists`,
        <Plural
          key="yes"
          value={yes}
          _0="No therapist has said yes."
          one="# therapist said yes."
          other="# therapists said yes."
        />,
      ],
      [
        t`Places`,
        <Plural key="empty" value={empty} _0="no place empty" one="# place empty" other="# places empty" />,
      ],
      [
        t`Who is told, once`,
        inOneText(
          hearers(preview, reasons).map(({ name }) => name),
          comma(i18n.locale),
        ) || "–",
      ],
    ];
  };
}

/** The day is not the one that was read any more: both beside each other before everyone is told. */
export function StaleConfirm({ sent, now, reasons, ...choice }: Props) {
  const words = useWords(reasons);
  const mine = words(sent);
  return (
    <StaleChoice
      lines={words(now).map(([label, said], at) => ({ label, now: said, mine: mine[at]?.[1] }))}
      {...choice}
    />
  );
}
