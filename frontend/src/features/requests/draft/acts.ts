import { sameAsk } from "./draft";
import type { Ask, Session } from "./form";
import type { Kept } from "./shelf";

/** What the keeper asks of the account. Each act carries its own key: sent again, it happens once. */
export interface Account {
  create(ask: Ask, send: boolean, key: string): Promise<Session>;
  edit(id: string, version: number, ask: Ask, send: boolean, key: string): Promise<Session>;
  read(id: string): Promise<Session>;
}

export interface Where {
  id: string | null;
  version: number;
}

/** The act on its way and its key: an answer that got lost does not make a second draft, nor send twice. */
export class Acts {
  constructor(
    private readonly account: Account,
    private readonly newKey: () => string,
    /** On its way, as this device remembers it; `remember` is told of every change before the act is tried. */
    public onItsWay: Kept["act"],
    private readonly remember: () => void,
  ) {}

  /** Save or send `ask`. `found` is told where an earlier save turned out to have arrived. */
  async once(where: Where, ask: Ask, send: boolean, found: (made: Session) => void): Promise<Session> {
    const earlier = this.onItsWay;
    const again = earlier?.send === send && sameAsk(earlier.body, ask);
    if (where.id === null && earlier && !earlier.send && !again) {
      // The first save may have arrived. The same again says what became of it, and then this is an edit.
      const made = await this.account.create(earlier.body, false, earlier.key);
      this.onItsWay = null;
      found(made);
      return this.once({ id: made.id, version: made.version }, ask, send, found);
    }
    const key = again && earlier ? earlier.key : this.newKey();
    this.onItsWay = { key, body: ask, send };
    this.remember();
    const session =
      where.id === null
        ? await this.account.create(ask, send, key)
        : await this.account.edit(where.id, where.version, ask, send, key);
    this.onItsWay = null;
    return session;
  }
}
