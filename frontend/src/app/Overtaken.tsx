import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { dateWords, dayWords } from "../lib/time/words";
import type { Waiting } from "../lib/offline/waiting";
import { Act } from "../ui/Act";

/** What somebody chose, in the words of the button. */
function Chosen({ said, body }: Waiting): ReactNode {
  switch (said) {
    case "accept":
      return <Trans>Yes, I can come</Trans>;
    case "stand-by":
      return <Trans>Be on standby</Trans>;
    case "decline":
      return <Trans>No, I can’t</Trans>;
    case "undo":
      return <Trans>Undo</Trans>;
    case "withdraw":
      return <Trans>I can’t come after all</Trans>;
    case "as-before":
      return <Trans>Same as last time</Trans>;
    case "break":
      return (body as { until: unknown }).until ? <Trans>Take a break</Trans> : <Trans>End the break</Trans>;
  }
  const { free } = body as { free: boolean | null };
  if (free === null) return <Trans>Not said</Trans>;
  return free ? <Trans>Free</Trans> : <Trans>Not free</Trans>;
}

function Why({ item: { refused } }: { item: Waiting }): ReactNode {
  if (refused?.status === 404)
    return <Trans>That place is not there any more. There is nothing you need to do.</Trans>;
  return refused?.words || <Trans>It had waited here for too long. There is nothing you need to do.</Trans>;
}

function useDay({ day }: Waiting): string {
  const { i18n } = useLingui();
  if (!day) return "";
  return typeof day === "string"
    ? dateWords(day, i18n.locale)
    : dayWords(day.starts_at, i18n.locale, day.time_zone);
}

/** Something that waited, and was overtaken before it was sent: it stands here until it is read. */
export function Overtaken({ item, read }: { item: Waiting; read: () => void }) {
  const day = useDay(item);
  return (
    <div className="note stack-tight shell-live" data-kind="warning" role="status">
      {day && <p className="overtaken-day">{day}</p>}
      <p>
        <Trans>Thank you for answering. Something changed before we could send it.</Trans>
      </p>
      <p>
        <Trans>
          You chose: <Chosen {...item} />
        </Trans>
      </p>
      <p>
        <Why item={item} />
      </p>
      <div>
        <Act variant="default" onClick={read}>
          <Trans>I have read it</Trans>
        </Act>
      </div>
    </div>
  );
}
