import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { ActOrNot } from "./ActOrNot";

interface Props {
  children: ReactNode;
  yes: ReactNode;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** One question before an act, with the focus on its answer; Escape is the other one. */
export function Sure({ children, yes, busy, onYes, onNo }: Props) {
  const answers = useRef<HTMLDivElement>(null);
  useEffect(() => {
    answers.current?.querySelector("button")?.focus();
  }, []);
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // The sheet around it stays open.
    event.stopPropagation();
    onNo();
  };
  return (
    // Escape is heard wherever in the question the focus is; its second button says the same.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="note stack-tight" data-kind="warning" onKeyDown={escape}>
      {children}
      <div ref={answers}>
        <ActOrNot busy={busy} onAct={onYes} onNot={onNo}>
          {yes}
        </ActOrNot>
      </div>
    </div>
  );
}
