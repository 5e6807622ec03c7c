import { ApiError, offline } from "../../../api/errors";
import type { Account } from "./acts";
import type { Ask, Session } from "./form";

export const GROUP = "00000000-0000-4000-8000-000000000001";
export const ZONE = "Europe/Paris";

const refusal = (status: number, code: string, message: string, field?: string, current?: Session) =>
  new ApiError(status, { errors: [{ code, message, field: field ?? null }], current });

export function aSession(id: string, version: number, ask: Ask, state: Session["state"]): Session {
  return {
    id,
    version,
    state,
    mode: ask.mode ?? "in_person",
    group: { id: ask.group, name: "Group", kind: "mixed_adults", women_only: false, under_18s: false },
    agency: { id: "agency", name: "Agency" },
    site: { id: "site", name: "Site", area: "Area", address: "Address", time_zone: ZONE },
    day: ask.starts_at.slice(0, 10),
    starts_at: ask.starts_at,
    ends_at: ask.ends_at,
    visit: null,
    people_expected: ask.people_expected,
    needs: ask.needs.map((need) => ({ ...need, variety: need.variety ?? null })),
    requirements: ask.requirements ?? [],
    named: null,
    brief: {
      theme: ask.brief?.theme ?? null,
      situations: ask.brief?.situations ?? [],
      materials: ask.brief?.materials ?? [],
      room: ask.brief?.room ?? [],
      notes: ask.brief?.notes ?? "",
    },
    contact: ask.contact ? { name: ask.contact.name ?? "", phone: ask.contact.phone ?? "" } : null,
    staff_present: ask.staff_present ?? [],
    told: ask.told ?? ["everyone"],
    proposed_change: null,
    cover: { shifts: 0, filled: 0, confirmed: 0, needs_cover: false },
    coming: [],
    therapists: [],
    duty_phone: "",
    reason: null,
    gap_reason: "",
    requested_at: null,
    answer_by: null,
    know_by: null,
    shifts: [],
    debrief_offered: null,
    allowed_actions: [],
  };
}

/** An account that keeps the rules of the real one: versions, keys, no telephone number in the notes. */
export class AnAccount implements Account {
  readonly calls: string[] = [];
  offline = false;
  /** So many of the next acts happen, and their answers never arrive. */
  loseAnswers = 0;
  private readonly asks = new Map<string, Ask>();
  private readonly sessions = new Map<string, Session>();
  private readonly answers = new Map<string, { body: string; session: Session }>();
  private held: Promise<void> | null = null;
  private letGo: () => void = () => {};

  only(): Session {
    const [session, ...others] = this.sessions.values();
    if (!session || others.length > 0) throw new Error(`There are ${this.sessions.size} sessions.`);
    return session;
  }

  hold(): void {
    this.held = new Promise((resolve) => {
      this.letGo = resolve;
    });
  }

  release(): void {
    this.letGo();
    this.held = null;
  }

  async create(ask: Ask, send: boolean, key: string): Promise<Session> {
    return this.act(`create${send ? " and send" : ""}`, key, ask, () => {
      const id = `session-${this.answers.size + 1}`;
      return this.put(id, 1, ask, send);
    });
  }

  async edit(id: string, version: number, ask: Ask, send: boolean, key: string): Promise<Session> {
    return this.act(`edit${send ? " and send" : ""}`, key, { ...ask, version }, () => {
      const now = this.sessions.get(id);
      if (!now) throw refusal(404, "not_found", "Not there.");
      if (now.state !== "draft") throw refusal(409, "wrong_state", "It is now requested.");
      if (now.version !== version) throw refusal(412, "stale", "Changed.", undefined, now);
      return this.put(id, version + 1, ask, send);
    });
  }

  async read(id: string): Promise<Session> {
    const found = this.sessions.get(id);
    if (!found) throw refusal(404, "not_found", "Not there.");
    return found;
  }

  editElsewhere(id: string, brief: { notes: string }): Session {
    const [ask, now] = [this.asks.get(id), this.sessions.get(id)];
    if (!ask || !now) throw new Error(id);
    return this.put(id, now.version + 1, { ...ask, brief: { ...ask.brief, ...brief } }, false);
  }

  sendElsewhere(id: string): void {
    const [ask, now] = [this.asks.get(id), this.sessions.get(id)];
    if (ask && now) this.put(id, now.version + 1, ask, true);
  }

  discardElsewhere(id: string): void {
    this.sessions.delete(id);
  }

  private put(id: string, version: number, ask: Ask, send: boolean): Session {
    if (/\d(?:\s?\d){6}/.test(ask.brief?.notes ?? ""))
      throw refusal(400, "phone_in_text", "No numbers.", "brief.notes");
    const session = aSession(id, version, ask, send ? "requested" : "draft");
    this.asks.set(id, ask);
    this.sessions.set(id, session);
    return session;
  }

  /** Once for each key: the same again is answered with the same, another body under the same key is refused. */
  private async act(what: string, key: string, sent: unknown, work: () => Session): Promise<Session> {
    if (this.offline) throw offline();
    this.calls.push(what);
    if (this.held) await this.held;
    const body = JSON.stringify(sent);
    const before = this.answers.get(key);
    if (before && before.body !== body) throw refusal(422, "idempotency_reused", "Another body.");
    const session = before?.session ?? work();
    this.answers.set(key, { body, session });
    if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      throw offline();
    }
    return session;
  }
}
