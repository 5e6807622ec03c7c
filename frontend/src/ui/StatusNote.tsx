import type { ReactNode } from "react";

export type StatusKind = "asked" | "yes" | "confirmed" | "gap" | "over" | "unsent";

const LINE = { fill: "none", stroke: "currentColor", strokeWidth: "1.8" };

const SHAPES: Record<StatusKind, ReactNode> = {
  asked: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  yes: <circle cx="8" cy="8" r="6.5" fill="currentColor" />,
  confirmed: <path d="M2.5 8.5l3.5 3.5 7.5-8" fill="none" stroke="currentColor" strokeWidth="2.4" />,
  gap: <path d="M3 3h10v10H3z" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.5 2" />,
  unsent: <path d="M3.5 2h9M3.5 14h9M4.5 2c0 4 7 8 7 12M11.5 2c0 4-7 8-7 12" {...LINE} />,
  over: <path d="M3 8h10" stroke="currentColor" strokeWidth="2.4" />,
};

/** A state by shape, colour and word: never by colour alone. */
export function StatusNote({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span className="status" data-kind={kind}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {SHAPES[kind]}
      </svg>
      {children}
    </span>
  );
}
