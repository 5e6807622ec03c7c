import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { offline } from "../api/errors";
import { show } from "../testing/render";
import { More } from "./More";

const list = (part: object) => ({
  hasNextPage: true,
  isFetchingNextPage: false,
  isFetchNextPageError: false,
  error: null,
  fetchNextPage: vi.fn<() => Promise<unknown>>(async () => null),
  ...part,
});

test("a list that goes on says so, and goes on", async () => {
  const found = list({});
  await show(<More of={found} />);
  await userEvent.click(screen.getByRole("button", { name: "Show more" }));
  expect(found.fetchNextPage).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a page that did not come says why, and can be asked for again", async () => {
  const found = list({ isFetchNextPageError: true, error: offline() });
  await show(<More of={found} />);
  expect(screen.getByRole("alert")).toHaveTextContent("There is no connection.");
  await userEvent.click(screen.getByRole("button", { name: "Show more" }));
  expect(found.fetchNextPage).toHaveBeenCalledTimes(1);
});

test("a list that was read to its end has no button", async () => {
  await show(<More of={list({ hasNextPage: false })} />);
  expect(screen.queryByRole("button")).toBeNull();
});
