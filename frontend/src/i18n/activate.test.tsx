import { i18n } from "@lingui/core";
import { describe, expect, test } from "vitest";
import { catalogOf, speak, speakForPartners, speakForTeam } from "./activate";

const said = (messages: object) => Object.keys(messages).length;

describe("a phone of an interpreter fetches its own words only", () => {
  test("until a desk is opened, and then every language comes with the desks’ words", async () => {
    await speak("fr");
    const alone = said(await catalogOf("fr"));
    await speakForPartners();
    const partners = said(await catalogOf("fr"));
    expect(partners).toBeGreaterThan(alone * 1.25);
    await speakForTeam();
    const both = await catalogOf("fr");
    expect(said(both)).toBeGreaterThan(partners * 1.5);
    expect(said(await catalogOf("ar"))).toBe(said(both));
    expect(i18n.messages).toEqual(both);
  });

  test("a language chosen after that brings its desks’ words along", async () => {
    await speak("ar");
    expect(i18n.messages).toMatchObject(await catalogOf("ar"));
    expect(said(i18n.messages)).toBe(said(await catalogOf("fr")));
  });
});
