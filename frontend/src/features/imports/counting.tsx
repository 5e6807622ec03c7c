import { Plural } from "@lingui/react/macro";
import type { Kind } from "./queries";

/** So many of what a sheet of this kind has a row for. */
export function Counted({ kind, count }: { kind: Kind; count: number }) {
  if (kind === "interpreters") return <Plural value={count} one="# person" other="# people" />;
  if (kind === "partners") return <Plural value={count} one="# group" other="# groups" />;
  return <Plural value={count} one="# session" other="# sessions" />;
}
