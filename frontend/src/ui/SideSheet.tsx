import { Trans } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef } from "react";
import "./SideSheet.css";

/** A sheet beside the board (over it on a phone). It takes the focus; Escape closes it. The caller gives the focus back. */
export function SideSheet({
  title,
  close,
  children,
}: {
  title: ReactNode;
  close: () => void;
  children: ReactNode;
}) {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    sheet.current?.focus();
  }, []);
  return (
    // Escape is heard wherever in the sheet the focus is; the close button says the same to everyone.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className="sheet"
      tabIndex={-1}
      ref={sheet}
      aria-label={typeof title === "string" ? title : undefined}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <header className="row between">
        <h2>{title}</h2>
        <button type="button" className="sheet-close" onClick={close}>
          <Trans>Close</Trans>
        </button>
      </header>
      {children}
    </aside>
  );
}
