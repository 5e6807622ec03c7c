import { vi } from "vitest";

type Told = { onsuccess?: () => void; oncomplete?: () => void; onabort?: () => void };

/** The browser's IndexedDB, as far as one store of it is used, played by a test: a write fails when the test says so. */
export class Cupboard {
  readonly values = new Map<string, unknown>();
  /** How many of the next writes fail, and how many of the next openings of the store. */
  fullFor = 0;
  closedFor = 0;

  /** Put in place of the browser's own, which jsdom has not. */
  static install(): Cupboard {
    const cupboard = new Cupboard();
    const names = new Set<string>();
    vi.stubGlobal("indexedDB", {
      open: (name: string) => {
        names.add(name);
        return cupboard.open();
      },
      databases: async () => [...names].map((name) => ({ name, version: 1 })),
    });
    return cupboard;
  }

  private open(): Told {
    return soon({ result: { transaction: () => this.transaction() } }, "onsuccess");
  }

  private transaction() {
    if (this.closedFor-- > 0) throw new DOMException("The connection was closed.", "InvalidStateError");
    const transaction: Told = {};
    const get = (key: string) => soon({ result: structuredClone(this.values.get(key)) }, "onsuccess");
    const put = (value: unknown, key: string) => {
      const fails = this.fullFor-- > 0;
      if (!fails) this.values.set(key, structuredClone(value));
      soon(transaction, fails ? "onabort" : "oncomplete");
    };
    return { objectStore: () => ({ transaction, get, put }) };
  }
}

/** `request`, which tells what came of it once whoever asked has had the time to listen. */
function soon<R extends object>(request: R, how: keyof Told): R & Told {
  queueMicrotask(() => (request as Told)[how]?.());
  return request;
}
