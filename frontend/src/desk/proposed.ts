/** Times and number of people, as a partner would rather have them. */
export interface Proposed {
  starts_at: string;
  ends_at: string;
  people_expected: number;
  note?: string;
}

/** What stands until the team says yes to a proposal. */
export interface Agreed extends Proposed {
  site: { time_zone: string };
}

/** Whether a proposal would change nothing (any more). */
export function isAsAgreed(session: Agreed, proposed: Proposed): boolean {
  return (
    Date.parse(session.starts_at) === Date.parse(proposed.starts_at) &&
    Date.parse(session.ends_at) === Date.parse(proposed.ends_at) &&
    session.people_expected === proposed.people_expected
  );
}
