import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { show } from "../testing/render";
import { FreeText } from "./FreeText";

function Field() {
  const [value, setValue] = useState("");
  return <FreeText label="Notes" value={value} onChange={(event) => setValue(event.currentTarget.value)} />;
}

test("what looks like a name is asked about while it is there, and stays", async () => {
  await show(<Field />);
  const field = screen.getByLabelText("Notes");
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  await userEvent.type(field, "She came with Amina");
  expect(screen.getByRole("status")).toHaveTextContent("“Amina” looks like a name.");
  expect(field).toHaveValue("She came with Amina");
  expect(field).not.toHaveAttribute("aria-invalid", "true");
  await userEvent.clear(field);
  await userEvent.type(field, "We meet on Friday in Calais");
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});
