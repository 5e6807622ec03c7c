import { draftsOf, mayWriteDrafts } from "../../../lib/offline/drafts";
import type { Ask, Draft } from "./form";
import { EMPTY } from "./form";

/** A draft as this device keeps it. */
export interface Kept {
  draft: Draft;
  /** In the account, where it is there: its id, and the version last seen. */
  id: string | null;
  version: number;
  /** Something in it is not in the account yet. */
  unsaved: boolean;
  at: string;
  /** The act on its way: sent again with the same key, it happens once. */
  act: { key: string; body: Ask; send: boolean } | null;
}

/**
 * Where this device keeps drafts: written at once, at every change, before anything else is tried. Each person has
 * their own, so that two who share a device do not read each other's; who signs out takes them along.
 */
export class Shelf {
  private readonly prefix: string;

  constructor(
    owner: string,
    private readonly storage: Storage = localStorage,
  ) {
    this.prefix = draftsOf(owner);
  }

  read(slot: string): Kept | null {
    const text = this.storage.getItem(this.prefix + slot);
    if (!text) return null;
    try {
      const kept = JSON.parse(text) as Kept;
      return { ...kept, draft: { ...EMPTY, ...kept.draft } };
    } catch {
      return null;
    }
  }

  /** Whether it could be kept: a device can be full, or forbid it; and nothing is kept for who signed out meanwhile. */
  write(slot: string, kept: Kept): boolean {
    try {
      if (!mayWriteDrafts(this.storage)) return false;
      this.storage.setItem(this.prefix + slot, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  remove(slot: string): void {
    this.storage.removeItem(this.prefix + slot);
  }

  /** Every draft on the shelf by its slot, the last changed first. */
  all(): [string, Kept][] {
    const slots = Object.keys(this.storage).filter((key) => key.startsWith(this.prefix));
    return slots
      .map((key) => key.slice(this.prefix.length))
      .flatMap((slot) => {
        const kept = this.read(slot);
        return kept ? [[slot, kept] as [string, Kept]] : [];
      })
      .toSorted(([, a], [, b]) => b.at.localeCompare(a.at));
  }
}
