import { wallOf } from "../../../lib/time/wall";
import { draftOf } from "../draft/draft";
import type { Draft, Session } from "../draft/form";

/** The same again, on `day`, at the same time on the wall. Who is told is chosen anew. */
export function repeated(session: Session, day: string): Draft {
  const { time } = wallOf(session.starts_at, session.site.time_zone);
  return { ...draftOf(session), day, time, second: false, told: null };
}
