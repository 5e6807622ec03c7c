import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { ME } from "../../api/me";
import { KEPT } from "./kept";
import { taken, together, TOO_OLD, trimmed } from "./snapshot";

const NOW = Date.parse("2026-12-03T20:00:00Z");
const PLACE = { name: "The blue door", address: "Rue de la Mer 4" };
const CONTACT = { name: "Ines", phone: "+33 3 21 00 00 00" };

const session = (day: string) => ({
  starts_at: `${day}T13:00:00Z`,
  ends_at: `${day}T14:00:00Z`,
  time_zone: "Europe/Paris",
  area: "Calais",
  place: PLACE,
  contact: CONTACT,
  agency_name: "Art Refuge",
});

/** A client that has read what an interpreter reads, and what a team does. */
function knowing(roles = ["interpreter", "team"]) {
  const client = new QueryClient();
  client.setQueryDefaults(["offer+pairing"], KEPT);
  client.setQueryData(ME, { id: "a", name: "Shirin", email: "shirin@example.org", roles, agencies: ["x"] });
  client.setQueryData(["offer+pairing", "list", "mine"], {
    pages: [
      { results: [{ session: session("2026-12-04") }, { session: session("2026-12-11") }], next: null },
    ],
    pageParams: [""],
  });
  client.setQueryData(["session", "board"], { secret: "the board" });
  return client;
}

test("only what an interpreter reads is kept, and of a place only tomorrow's", () => {
  const found = taken(knowing(), NOW);
  expect(found?.state.queries.map(({ queryKey }) => queryKey[0]).toSorted()).toEqual(["me", "offer+pairing"]);
  const text = JSON.stringify(found);
  expect(text).not.toContain("the board");
  expect(text).not.toContain("shirin@example.org");
  expect(text.split(PLACE.address)).toHaveLength(2);
  expect(text.split(CONTACT.phone)).toHaveLength(2);
  expect(text.split("Art Refuge")).toHaveLength(2);
  expect(text.split("Calais")).toHaveLength(3);
});

test("what has run out since it was written is taken away, and all of it after a fortnight", () => {
  const found = taken(knowing(), NOW);
  expect(JSON.stringify(trimmed(found, NOW + 86_400_000))).toContain(PLACE.address);
  expect(JSON.stringify(trimmed(found, NOW + 2 * 86_400_000))).not.toContain(PLACE.address);
  expect(trimmed(found, NOW + TOO_OLD + 1)).toBeUndefined();
});

test("nothing is kept of who is no interpreter, or not signed in", () => {
  expect(taken(knowing(["team"]), NOW)).toBeUndefined();
  const client = knowing();
  client.setQueryData(ME, null);
  expect(taken(client, NOW)).toBeUndefined();
});

test("what this page has not read yet is not forgotten, but for somebody else", () => {
  const before = taken(knowing(), NOW);
  const client = new QueryClient();
  client.setQueryData(ME, { id: "a", name: "Shirin", roles: ["interpreter"] });
  const kept = () => together(before, taken(client, NOW))?.state.queries.map(({ queryKey }) => queryKey[0]);
  expect(kept()).toEqual(["me", "offer+pairing"]);
  client.setQueryData(ME, { id: "b", name: "Nasrin", roles: ["interpreter"] });
  expect(kept()).toEqual(["me"]);
});
