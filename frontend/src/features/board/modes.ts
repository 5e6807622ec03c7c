import type { Schema } from "../../api/client";

type Line = Schema["SessionModes"];
type Mode = Schema["Mode"];

/** The choice for each session; none where it stays. */
export type Modes = Record<string, Mode>;

export function optionOf(line: Line, mode: Mode): Schema["ModeOption"] {
  return line.options.find((option) => option.mode === mode) ?? { mode, keeps: [], let_go: [] };
}

/** How many places nobody has, once it is held that way. */
export function gapsAfter(line: Line, mode: Mode): number {
  return line.open_places + optionOf(line, mode).let_go.length;
}
