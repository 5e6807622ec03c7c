import { Trans } from "@lingui/react/macro";
import { useWindowEvent } from "@mantine/hooks";
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
  // Heard wherever the focus is: a pressed button that is gone a moment later takes the focus with it.
  useWindowEvent("keydown", (event) => {
    // A dialog above it closes by the same key, alone.
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) close();
  });
  return (
    <aside
      className="sheet"
      tabIndex={-1}
      ref={sheet}
      aria-label={typeof title === "string" ? title : undefined}
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
