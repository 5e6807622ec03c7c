import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { show } from "../../testing/render";
import { StaleLimits } from "./StaleLimits";
import type { ToldLimits } from "./toldQueries";

const NONE = { consecutive_minutes: null, sessions_a_day: null, weeks_in_a_row: null, hours_a_month: null };
const MINE = { ...NONE, sessions_a_day: 1, hours_a_month: 8 };

const now = (limits: Partial<ToldLimits["limits"]>, yours: boolean): ToldLimits => ({
  version: 7,
  limits: { ...NONE, ...limits },
  yours,
  soft: NONE,
  hard: NONE,
  source: "",
});

async function shown(told: ToldLimits) {
  const done = { keepTheirs: vi.fn<() => void>(), writeMine: vi.fn<() => void>() };
  await show(<StaleLimits now={told} mine={MINE} busy={false} {...done} />);
  const rows = screen.getAllByRole("row").slice(1);
  const cells = rows.map((row) => {
    const label = within(row).getByRole("rowheader");
    return [label, ...within(row).getAllByRole("cell")].map((cell) => cell.textContent);
  });
  return { done, cells };
}

test("what one recorded oneself meanwhile stands beside what was chosen, where the two differ", async () => {
  const { done, cells } = await shown(now({ sessions_a_day: 2, hours_a_month: 8 }, true));
  expect(cells).toEqual([["Sessions a day", "At most 2", "At most 1"]]);
  await userEvent.click(screen.getByRole("button", { name: "Write what I chose" }));
  await userEvent.click(screen.getByRole("button", { name: "Leave it as it is now" }));
  expect([done.writeMine.mock.calls.length, done.keepTheirs.mock.calls.length]).toEqual([1, 1]);
});

test("of what a colleague recorded it is said that it is there, and not what it is", async () => {
  const { cells } = await shown(now({}, false));
  const theirs = "Recorded by a colleague, who alone reads it";
  expect(cells).toEqual([
    ["Minutes without a rest", theirs, "As for everyone"],
    ["Sessions a day", theirs, "At most 1"],
    ["Weeks in a row", theirs, "As for everyone"],
    ["Hours a month", theirs, "At most 8"],
  ]);
});
