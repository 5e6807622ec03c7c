import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { ApiError, offline } from "../api/errors";
import { show } from "../testing/render";
import { EmptyState, ErrorState, Fetched, Problem, Unread } from "./states";

const REFUSED = new ApiError(409, { errors: [{ code: "taken", message: "Somebody else has this place." }] });

const query = (part: { data?: string; error?: unknown; refetch?: () => void }) => ({
  data: part.data,
  error: part.error ?? null,
  refetch: part.refetch ?? (() => {}),
});

test("a query that has nothing yet shows that it loads", async () => {
  await show(<Fetched query={query({})}>{(found) => <p>{found}</p>}</Fetched>);
  expect(screen.getByRole("status")).toHaveTextContent("Loading…");
});

test("a query that found something shows it", async () => {
  await show(<Fetched query={query({ data: "Four sessions" })}>{(found) => <p>{found}</p>}</Fetched>);
  expect(screen.getByText("Four sessions")).toBeVisible();
  expect(screen.queryByRole("status")).toBeNull();
});

test("what was found stays when fetching it again fails", async () => {
  const failed = query({ data: "Four sessions", error: offline() });
  await show(<Fetched query={failed}>{(found) => <p>{found}</p>}</Fetched>);
  expect(screen.getByText("Four sessions")).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a query that failed says why, and can be tried again", async () => {
  const refetch = vi.fn<() => void>();
  await show(<Fetched query={query({ error: REFUSED, refetch })}>{(found) => <p>{found}</p>}</Fetched>);
  expect(screen.getByRole("alert")).toHaveTextContent("Somebody else has this place.");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(refetch).toHaveBeenCalledTimes(1);
});

test("a choice that could not be read says why, and can be read again", async () => {
  const refetch = vi.fn<() => void>();
  await show(<Unread of={query({ error: offline(), refetch })} />);
  expect(screen.getByRole("alert")).toHaveTextContent("There is no connection.");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(refetch).toHaveBeenCalledTimes(1);
});

test("a choice that waits for a connection says so as well", async () => {
  await show(<Unread of={{ ...query({}), fetchStatus: "paused" }} />);
  expect(screen.getByRole("alert")).toHaveTextContent("There is no connection.");
});

test.each([
  ["that is on its way", query({})],
  ["that was read before", query({ data: "Four names", error: offline() })],
])("a choice %s says nothing", async (_what, found) => {
  await show(<Unread of={found} />);
  expect(screen.queryByRole("alert")).toBeNull();
});

test.each([
  ["a refusal", REFUSED, "Somebody else has this place."],
  [
    "no connection",
    offline(),
    "There is no connection. We cannot say whether this was sent; try again when you are back.",
  ],
  ["a fault of ours", new ApiError(500, undefined), "Something went wrong on our side."],
  [
    "what is gone, of which nothing more is known",
    new ApiError(404, undefined),
    "It may have been moved or taken back.",
  ],
  [
    "what is for others",
    new ApiError(403, undefined),
    "Your account cannot open it. If it should, ask the team.",
  ],
  ["anything else", new TypeError("x is not a function"), "Something went wrong on our side."],
])("a problem in words: %s", async (_what, error, words) => {
  await show(<Problem error={error} />);
  expect(screen.getByRole("alert")).toHaveTextContent(words);
});

test("a form without a connection says that what was typed is kept, and tells refusals as they are", async () => {
  const { rerender } = await show(<Problem tried="form" error={offline()} />);
  expect(screen.getByRole("alert")).toHaveTextContent(
    "There is no connection. What you typed is kept; try again when you are back.",
  );
  rerender(<Problem tried="form" error={REFUSED} />);
  expect(screen.getByRole("alert")).toHaveTextContent("Somebody else has this place.");
});

test("what could not be read without a connection says nothing of what was sent or typed", async () => {
  await show(<ErrorState error={offline()} retry={() => {}} />);
  expect(screen.getByRole("alert")).toHaveTextContent("There is no connection. Try again when you are back.");
});

test("without a problem there is nothing to read", async () => {
  await show(<Problem error={null} />);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a screen that broke can be tried again, in the reader's language", async () => {
  const retry = vi.fn<() => void>();
  await show(<ErrorState error={null} retry={retry} />, "ar");
  await userEvent.click(screen.getByRole("button"));
  expect(retry).toHaveBeenCalledTimes(1);
  expect(screen.getByRole("alert")).not.toHaveTextContent("Something");
});

test("an empty screen says what comes next", async () => {
  await show(
    <EmptyState title="No session yet">
      <p>Ask for the first one.</p>
    </EmptyState>,
  );
  expect(screen.getByRole("heading", { name: "No session yet" })).toBeVisible();
  expect(screen.getByText("Ask for the first one.")).toBeVisible();
});

test("what was found says how old it is while there is no connection", async () => {
  const old = {
    ...query({ data: "Four sessions", error: offline() }),
    dataUpdatedAt: Date.UTC(2026, 10, 27, 9, 5),
  };
  await show(
    <Fetched query={old} aged>
      {(found) => <p>{found}</p>}
    </Fetched>,
  );
  expect(screen.getByText("Four sessions")).toBeVisible();
  expect(screen.getByRole("status")).toHaveTextContent(/No connection\. This is how it was on .*\d\d:05/);
});

test("a query that waits for a connection says so and can be tried again", async () => {
  await show(<Fetched query={{ ...query({}), fetchStatus: "paused" }}>{(found) => <p>{found}</p>}</Fetched>);
  expect(screen.getByRole("alert")).toHaveTextContent("There is no connection.");
});

test.each([
  [404, "This is not here any more"],
  [403, "This part is for others"],
])("a refusal by %i takes the place of what was shown, and is not tried again", async (status, title) => {
  const gone = new ApiError(status, { errors: [{ code: "x", message: "Not yours to see." }] });
  await show(
    <Fetched query={query({ data: "Four sessions", error: gone })}>{(found) => <p>{found}</p>}</Fetched>,
  );
  expect(screen.getByRole("heading", { name: title })).toBeVisible();
  expect(screen.getByText("Not yours to see.")).toBeVisible();
  expect(screen.queryByText("Four sessions")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

test.each([
  ["failed", offline(), "This could not be opened"],
  ["is gone", new ApiError(404, undefined), "This is not here any more"],
])("a screen that %s has a first heading all the same", async (_what, error, words) => {
  await show(
    <Fetched whole query={query({ error })}>
      {(found) => <h1>{found}</h1>}
    </Fetched>,
  );
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(words);
});

test.each([
  ["this screen’s own words", "This session is not here"],
  ["everybody’s words", undefined],
])("what is gone stays so while it is asked for again: %s", async (_whose, own) => {
  const words = own ?? "This is not here any more";
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const answers = [Promise.reject(new ApiError(404, { errors: [] })), new Promise<string>(() => {})];
  answers[0]?.catch(() => {});
  function Page() {
    const found = useQuery({ queryKey: ["session"], queryFn: () => answers.shift() ?? "" });
    return (
      <>
        <output>{found.fetchStatus}</output>
        <Fetched query={found} gone={own && <h1>{own}</h1>}>
          {(text) => <p>{text}</p>}
        </Fetched>
      </>
    );
  }
  await show(
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>,
  );
  expect(await screen.findByRole("heading", { name: words })).toBeVisible();
  void client.invalidateQueries();
  expect(await screen.findByText("fetching")).toBeVisible();
  expect(screen.getByRole("heading", { name: words })).toBeVisible();
});
