import type { Schema } from "../../api/client";

const GAPS = new Set(["gap_without_reason", "no_shifts"]);

/** Ready as it is, or ready once a reason for its gaps is written. */
export function willBeConfirmed(line: Schema["SessionReadiness"], reason: string): boolean {
  if (line.already_confirmed) return false;
  return line.ready || (reason.trim() !== "" && line.blocks.every(({ code }) => GAPS.has(code)));
}
