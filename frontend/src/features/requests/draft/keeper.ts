import { ApiError, byField } from "../../../api/errors";
import { type Account, Acts } from "./acts";
import { asAsk, canBeKept, draftOf, sameAsk } from "./draft";
import { type Ask, type Draft, EMPTY, type Session } from "./form";
import type { Shelf } from "./shelf";
import { type Safe, START, type State } from "./state";
import { without } from "./without";

const SAVE_AFTER = 1_200;
const AGAIN_AFTER = 15_000;

export interface Options {
  shelf: Shelf;
  account: Account;
  zoneOf: (group: string) => string | undefined;
  slot: string;
  start?: Draft;
  newKey?: () => string;
}

/** Keeps one draft: on this device at every change, in the account a moment later, and nothing is ever lost. */
export class Keeper {
  state: State;
  private version: number;
  private unsaved: boolean;
  private readonly acts: Acts;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: Options) {
    const { shelf, slot, start = EMPTY, account, newKey = () => crypto.randomUUID() } = options;
    const kept = shelf.read(slot);
    this.version = kept?.version ?? 0;
    this.unsaved = kept?.unsaved ?? false;
    this.acts = new Acts(account, newKey, kept?.act ?? null, () => this.shelve(this.state.safe));
    const safe = kept ? (kept.unsaved ? "device" : "account") : "nothing";
    this.state = { ...START, draft: kept?.draft ?? start, slot, id: kept?.id ?? null, safe };
    this.resume();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Go on saving what is not saved yet. */
  resume(): void {
    if (this.unsaved) this.saveSoon();
  }

  /** Stop saving by itself; what is typed is on the shelf. */
  stop(): void {
    clearTimeout(this.timer);
  }

  /** A person changed something: first onto the shelf, then towards the account. */
  change(part: Partial<Draft>): void {
    this.unsaved = true;
    this.put({ draft: { ...this.state.draft, ...part }, error: null });
    this.shelve("device");
    this.saveSoon();
  }

  /** What the account holds now, as it was read or as another device left it. */
  observe(session: Session): void {
    if (this.running || this.state.sent) return;
    if (session.state !== "draft") return this.put({ elsewhere: session });
    if (this.state.id === session.id && session.version <= this.version) return;
    const same = this.saysTheSame(session);
    if (this.unsaved && !same) return this.put({ conflict: session });
    this.unsaved = false;
    this.take(session, same ? this.state.draft : draftOf(session));
  }

  /** It is not in the account any more: what is here stays, and is saved anew when it changes. */
  lost(): void {
    this.version = 0;
    this.put({ id: null });
    this.shelve("device");
  }

  /** Of two versions, this device's counts. */
  keepMine(): void {
    const { conflict } = this.state;
    if (!conflict) return;
    this.version = conflict.version;
    this.unsaved = true;
    this.put({ id: conflict.id, conflict: null });
    this.shelve("device");
    this.saveSoon(0);
  }

  /** Of two versions, the account's counts. */
  keepTheirs(): void {
    const { conflict } = this.state;
    if (!conflict) return;
    this.unsaved = false;
    this.put({ conflict: null, problems: {} });
    this.take(conflict, draftOf(conflict));
  }

  /** Thrown away: nothing of it stays on this device. */
  forget(): void {
    clearTimeout(this.timer);
    this.unsaved = false;
    this.options.shelf.remove(this.state.slot);
  }

  /** Save what is not saved yet; resolves when it was tried. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    if (!this.unsaved || this.state.conflict || this.state.sent) return;
    const ask = this.ask();
    if (!ask) return this.shelve("device");
    this.put({ safe: "saving" });
    await this.alone(() => this.push(ask, false));
  }

  /** Send it. The caller has seen to it that nothing lacks. */
  async send(): Promise<void> {
    clearTimeout(this.timer);
    if (this.state.sending) return;
    this.put({ sending: true, problems: {}, error: null });
    if (this.running) await this.running;
    const ask = this.ask();
    if (ask) await this.alone(() => this.push(ask, true));
    this.put({ sending: false });
  }

  private ask(): Ask | null {
    const { draft } = this.state;
    const zone = this.options.zoneOf(draft.group);
    return canBeKept(draft, zone) ? asAsk(draft, zone) : null;
  }

  private saysTheSame(session: Session): boolean {
    const ask = this.ask();
    const theirs = asAsk(draftOf(session), session.site.time_zone);
    return ask !== null && sameAsk({ ...ask, told: ask.told ?? session.told }, theirs);
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    this.running = work();
    try {
      await this.running;
    } finally {
      this.running = null;
    }
  }

  private async push(ask: Ask, send: boolean): Promise<void> {
    const typed = this.state.draft;
    try {
      const session = await this.once(ask, send);
      if (send) return this.isSent(session);
      this.unsaved = this.state.draft !== typed;
      this.put({ problems: {} });
      this.take(session, this.state.draft);
      if (this.unsaved) this.saveSoon();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      await this.failed(error, ask, send);
    }
  }

  private once(ask: Ask, send: boolean): Promise<Session> {
    return this.acts.once({ id: this.state.id, version: this.version }, ask, send, (made) => {
      this.take(made, this.state.draft);
    });
  }

  private async failed(error: ApiError, ask: Ask, send: boolean): Promise<void> {
    if (error.isOffline || error.status >= 500) {
      this.shelve("offline");
      if (send) this.put({ error });
      return this.saveSoon(AGAIN_AFTER);
    }
    this.acts.onItsWay = null;
    if (error.status === 412) {
      this.shelve("device");
      return this.put({ conflict: error.current as Session });
    }
    if (error.status === 404 && this.state.id !== null && !byField(error)["group"]) {
      this.lost();
      return this.push(ask, send);
    }
    if (error.problems.some(({ code }) => code === "wrong_state")) return this.wasSentElsewhere(error);
    return this.refused(error, ask, send);
  }

  /** The account refuses single fields: they stay here, with its words beside them; the rest is saved without them. */
  private async refused(error: ApiError, ask: Ask, send: boolean): Promise<void> {
    const problems = byField(error);
    const rest = without(ask, Object.keys(problems));
    this.shelve("device");
    if (rest) await this.pushRest(rest);
    const aboutFields = Object.keys(problems).some(Boolean);
    this.put({ problems, error: aboutFields || !send ? null : error });
  }

  private async pushRest(rest: Ask): Promise<void> {
    try {
      this.take(await this.once(rest, false), this.state.draft);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.acts.onItsWay = null;
    }
  }

  private async wasSentElsewhere(error: ApiError): Promise<void> {
    const { id } = this.state;
    this.shelve("device");
    if (id === null) return this.put({ error });
    try {
      this.put({ elsewhere: await this.options.account.read(id) });
    } catch {
      this.put({ error });
    }
  }

  private isSent(session: Session): void {
    this.unsaved = false;
    this.options.shelf.remove(this.state.slot);
    this.put({ sent: session, safe: "account" });
  }

  /** What the account holds is known: a draft that is there is found by its id. */
  private take(session: Session, draft: Draft): void {
    this.version = session.version;
    if (session.id !== this.state.slot) this.options.shelf.remove(this.state.slot);
    this.put({ id: session.id, slot: session.id, draft });
    this.shelve(this.unsaved ? "device" : "account");
  }

  private shelve(safe: Safe): void {
    const { slot, draft, id } = this.state;
    const at = new Date().toISOString();
    const kept = { draft, id, version: this.version, unsaved: this.unsaved, at, act: this.acts.onItsWay };
    const held = this.options.shelf.write(slot, kept);
    this.put({ safe: held || safe === "account" ? safe : "nowhere" });
  }

  private saveSoon(after = SAVE_AFTER): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), after);
  }

  private put(part: Partial<State>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
