import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetDrafts } from "../../../lib/offline/drafts";
import { Keeper } from "./keeper";
import { Shelf } from "./shelf";
import { AnAccount, GROUP, ZONE } from "./testing";

const READY = { group: GROUP, day: "2099-12-04", people: "6" };
let account: AnAccount;
let keys = 0;

const newKey = () => `key-${(keys += 1)}`;
const zoneOf = (group: string) => (group === GROUP ? ZONE : undefined);
const open = (slot = "new", owner = "juliette") =>
  new Keeper({ shelf: new Shelf(owner), account, zoneOf, slot, newKey });

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  account = new AnAccount();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("on this device", () => {
  it("keeps every change at once, and a reload finds it", () => {
    const first = open();
    first.change({ notes: "Two people" });
    first.change({ notes: "Two people join late" });
    first.stop();
    const again = open();
    again.stop();
    expect(again.state.draft.notes).toBe("Two people join late");
    expect(again.state.safe).toBe("device");
  });

  it("keeps what is not ready for the account, and asks it nothing", async () => {
    const keeper = open();
    keeper.change({ notes: "No group yet", day: "" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(account.calls).toEqual([]);
    expect(new Shelf("juliette").read("new")?.draft.notes).toBe("No group yet");
  });

  it("shows nobody what somebody else typed here", () => {
    const mine = open();
    mine.change({ notes: "Mine" });
    mine.stop();
    expect(open("new", "ben").state.draft.notes).toBe("");
    expect(new Shelf("ben").all()).toEqual([]);
  });

  it("says so when the device keeps nothing", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const keeper = open();
    keeper.change({ notes: "Where to?" });
    keeper.stop();
    expect(keeper.state.safe).toBe("nowhere");
  });
});

describe("whose person left", () => {
  it("is not written after them, though it was on its way", async () => {
    const keeper = open();
    keeper.change(READY);
    account.hold();
    await vi.advanceTimersByTimeAsync(2_000);
    forgetDrafts("juliette");
    account.release();
    await vi.advanceTimersByTimeAsync(2_000);
    keeper.stop();
    expect(account.only().state).toBe("draft");
    expect(new Shelf("juliette").all()).toEqual([]);
  });
});

describe("in the account", () => {
  it("is saved a moment after the last change, once for a burst, and found by its id", async () => {
    const keeper = open();
    keeper.change(READY);
    keeper.change({ notes: "One" });
    keeper.change({ notes: "One two" });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(account.calls).toEqual(["create"]);
    const saved = account.only();
    expect([saved.state, saved.version, saved.brief.notes]).toEqual(["draft", 1, "One two"]);
    expect([keeper.state.safe, keeper.state.slot, keeper.state.id]).toEqual(["account", saved.id, saved.id]);
    expect(new Shelf("juliette").all().map(([slot]) => slot)).toEqual([saved.id]);
  });

  it("is edited after that, version by version, also after a reload", async () => {
    const keeper = open();
    keeper.change(READY);
    await vi.advanceTimersByTimeAsync(2_000);
    keeper.change({ notes: "More" });
    keeper.stop();
    const again = open(keeper.state.slot);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(account.calls).toEqual(["create", "edit"]);
    expect([account.only().version, account.only().brief.notes]).toEqual([2, "More"]);
    expect(again.state.safe).toBe("account");
  });

  it("takes in what is typed while a save is on its way", async () => {
    const keeper = open();
    keeper.change(READY);
    account.hold();
    await vi.advanceTimersByTimeAsync(2_000);
    keeper.change({ notes: "Typed meanwhile" });
    account.release();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(account.only().brief.notes).toBe("Typed meanwhile");
    expect(keeper.state.safe).toBe("account");
  });

  it("waits for a connection, and loses nothing meanwhile", async () => {
    account.offline = true;
    const keeper = open();
    keeper.change(READY);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(keeper.state.safe).toBe("offline");
    expect(new Shelf("juliette").read("new")?.draft.day).toBe(READY.day);
    account.offline = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(keeper.state.safe).toBe("account");
    expect(account.only().people_expected).toBe(6);
  });

  it("makes one draft where the answer to the first save got lost", async () => {
    account.loseAnswers = 1;
    const keeper = open();
    keeper.change(READY);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(keeper.state.safe).toBe("offline");
    keeper.change({ notes: "Changed since" });
    keeper.stop();
    const again = open();
    await vi.advanceTimersByTimeAsync(2_000);
    expect([account.only().version, account.only().brief.notes]).toEqual([2, "Changed since"]);
    expect(again.state.safe).toBe("account");
  });
});

describe("a text that is refused", () => {
  it("stays here beside its message, and the rest is in the account", async () => {
    const keeper = open();
    keeper.change({ ...READY, notes: "Ring 06 12 34 56 78", staff: ["Ben"] });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(keeper.state.problems).toEqual({ "brief.notes": "No numbers." });
    expect(keeper.state.draft.notes).toBe("Ring 06 12 34 56 78");
    const saved = account.only();
    expect([saved.brief.notes, saved.staff_present, saved.people_expected]).toEqual(["", ["Ben"], 6]);
    const reloaded = open(keeper.state.slot);
    reloaded.stop();
    expect(reloaded.state.draft.notes).toBe("Ring 06 12 34 56 78");
    keeper.change({ notes: "Ring Ben" });
    await vi.advanceTimersByTimeAsync(2_000);
    expect([keeper.state.problems, account.only().brief.notes]).toEqual([{}, "Ring Ben"]);
  });

  it("keeps it from being sent, and keeps everything else", async () => {
    const keeper = open();
    keeper.change({ ...READY, notes: "Ring 06 12 34 56 78" });
    await keeper.send();
    expect(keeper.state.sent).toBeNull();
    expect(keeper.state.problems).toEqual({ "brief.notes": "No numbers." });
    expect([account.only().state, account.only().people_expected]).toEqual(["draft", 6]);
    keeper.change({ notes: "" });
    await keeper.send();
    expect(keeper.state.sent?.state).toBe("requested");
  });
});

async function twoVersions() {
  const phone = open();
  phone.change(READY);
  await vi.advanceTimersByTimeAsync(2_000);
  const { id } = account.only();
  account.editElsewhere(id, { notes: "From the laptop" });
  phone.change({ notes: "From the phone" });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(phone.state.conflict?.brief.notes).toBe("From the laptop");
  expect(phone.state.draft.notes).toBe("From the phone");
  return phone;
}

describe("two devices", () => {
  it("shows both, and saves neither over the other by itself", async () => {
    const phone = await twoVersions();
    phone.change({ notes: "From the phone, more" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(account.only().brief.notes).toBe("From the laptop");
    phone.stop();
    expect(open(phone.state.slot).state.draft.notes).toBe("From the phone, more");
  });

  it("keeps this device's when it is chosen", async () => {
    const phone = await twoVersions();
    phone.keepMine();
    await vi.advanceTimersByTimeAsync(2_000);
    expect([account.only().brief.notes, account.only().version]).toEqual(["From the phone", 3]);
    expect([phone.state.conflict, phone.state.safe]).toEqual([null, "account"]);
  });

  it("keeps the account's when it is chosen", async () => {
    const phone = await twoVersions();
    phone.keepTheirs();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([phone.state.draft.notes, account.only().version]).toEqual(["From the laptop", 2]);
  });

  it("takes over the newer one without asking where nothing was typed here", async () => {
    const phone = open();
    phone.change(READY);
    await vi.advanceTimersByTimeAsync(2_000);
    phone.observe(account.editElsewhere(account.only().id, { notes: "From the laptop" }));
    expect([phone.state.draft.notes, phone.state.conflict]).toEqual(["From the laptop", null]);
  });

  it("asks nothing where both say the same", async () => {
    const phone = open();
    phone.change(READY);
    await vi.advanceTimersByTimeAsync(2_000);
    phone.change({ notes: "The same" });
    phone.observe(account.editElsewhere(account.only().id, { notes: "The same" }));
    expect(phone.state.conflict).toBeNull();
    expect(phone.state.safe).toBe("account");
  });

  it("says that it was sent from the other one", async () => {
    const phone = open();
    phone.change(READY);
    await vi.advanceTimersByTimeAsync(2_000);
    account.sendElsewhere(account.only().id);
    phone.change({ notes: "Too late" });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(phone.state.elsewhere?.state).toBe("requested");
    expect(phone.state.draft.notes).toBe("Too late");
  });

  it("saves anew what was thrown away on the other one, when it is typed on", async () => {
    const phone = open();
    phone.change(READY);
    await vi.advanceTimersByTimeAsync(2_000);
    account.discardElsewhere(account.only().id);
    phone.change({ notes: "Still wanted" });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(account.only().brief.notes).toBe("Still wanted");
    expect(phone.state.id).toBe(account.only().id);
  });
});

describe("sending", () => {
  it("sends the last words in the same act and forgets them here", async () => {
    const keeper = open();
    keeper.change(READY);
    await vi.advanceTimersByTimeAsync(2_000);
    keeper.change({ notes: "Last words" });
    await keeper.send();
    expect(account.calls).toEqual(["create", "edit and send"]);
    expect([account.only().state, account.only().brief.notes]).toEqual(["requested", "Last words"]);
    expect(new Shelf("juliette").all()).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(account.calls).toHaveLength(2);
  });

  it("sends once what is tapped twice", async () => {
    const keeper = open();
    keeper.change(READY);
    await Promise.all([keeper.send(), keeper.send()]);
    expect(account.calls).toEqual(["create and send"]);
  });

  it("asks once where the answer got lost and it is sent again, after a reload too", async () => {
    const keeper = open();
    keeper.change(READY);
    account.loseAnswers = 1;
    await keeper.send();
    keeper.stop();
    expect(keeper.state.sent).toBeNull();
    expect(keeper.state.error).not.toBeNull();
    const again = open();
    await again.send();
    expect(again.state.sent?.state).toBe("requested");
    expect(account.only().state).toBe("requested");
  });

  it("keeps everything where there is no connection", async () => {
    account.offline = true;
    const keeper = open();
    keeper.change({ ...READY, notes: "Typed in the tunnel" });
    await keeper.send();
    keeper.stop();
    expect([keeper.state.sent, keeper.state.sending]).toEqual([null, false]);
    expect(open().state.draft.notes).toBe("Typed in the tunnel");
  });
});
