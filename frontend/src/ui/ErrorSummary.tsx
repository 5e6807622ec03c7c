import { Trans } from "@lingui/react/macro";
import { useEffect, useRef } from "react";

/** The problems of a form in one place, which takes the focus when they appear; each leads to its field. */
export function ErrorSummary({ problems }: { problems: Record<string, string> }) {
  const box = useRef<HTMLDivElement>(null);
  const found = Object.entries(problems);
  const shown = found.length > 0;
  // The focus comes again when the problems are others, not at every keystroke.
  const said = found.map(([, message]) => message).join();
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (!shown) return null;
  return (
    <div className="note" data-kind="problem" role="alert" tabIndex={-1} ref={box}>
      <strong>
        <Trans>Please check:</Trans>
      </strong>
      <ul>
        {found.map(([field, message]) => (
          <li key={field}>{field ? <a href={`#${field.replaceAll(".", "-")}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
