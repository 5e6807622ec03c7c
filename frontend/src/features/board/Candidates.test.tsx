import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { show } from "../../testing/render";
import { Candidates } from "./Candidates";
import { boardKeys, type Candidate, type Shift } from "./queries";

const SHIFT = {
  id: "shift",
  state: "open",
  allowed_actions: ["ask", "assign"],
  block: { starts_at: "2026-12-04T08:45:00Z", ends_at: "2026-12-04T10:40:00Z" },
} as unknown as Shift;

const candidate = (name: string, more: Partial<Candidate> = {}) =>
  ({ interpreter: { id: name, name }, fits: true, offer_state: null, reasons: [], ...more }) as Candidate;

async function shown(found: Candidate[]) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(boardKeys.candidates(SHIFT.id), found);
  await show(
    <QueryClientProvider client={client}>
      <Candidates shift={SHIFT} zone="Europe/Paris" />
    </QueryClientProvider>,
  );
  return (now: Candidate[]) => client.setQueryData(boardKeys.candidates(SHIFT.id), now);
}

test("whom a colleague asked meanwhile is not asked once more", async () => {
  const becomes = await shown([candidate("Parwana"), candidate("Samir")]);
  await userEvent.click(screen.getByRole("checkbox", { name: "Parwana" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Samir" }));
  expect(screen.getByRole("button", { name: "Ask 2 people" })).toBeVisible();
  becomes([candidate("Parwana", { offer_state: "asked" }), candidate("Samir")]);
  expect(await screen.findByRole("button", { name: "Ask 1 person" })).toBeVisible();
});

test("who cannot come any more is not asked, though they were ticked", async () => {
  const becomes = await shown([candidate("Parwana")]);
  await userEvent.click(screen.getByRole("checkbox", { name: "Parwana" }));
  const reason = { code: "holiday", kind: "against", message: "Away on that day" } as unknown;
  becomes([candidate("Parwana", { fits: false, reasons: [reason] as unknown as Candidate["reasons"] })]);
  expect(await screen.findByText("1 other, and why")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Ask/ })).not.toBeInTheDocument();
});
