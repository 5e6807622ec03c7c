import { useLingui } from "@lingui/react/macro";
import type { Lack } from "../draft/draft";
import type { Draft } from "../draft/form";
import { figures } from "../draft/draft";

/** What is missing before it can be sent, in words, by the field that lacks it. */
export function useLackWords(): (lacks: Lack[], draft: Draft) => Record<string, string> {
  const { t } = useLingui();
  const number = t`Say how many people you expect, as a number.`;
  return (lacks, draft) => {
    const wrong = draft.needs.findIndex((need) => need.language && !/^\d{0,3}$/.test(figures(need.people)));
    const words: Record<Lack, [string, string]> = {
      group: ["group", t`Choose the group.`],
      day: ["day", t`Choose the day.`],
      no_time: ["starts_at", t`Say when it starts.`],
      time: ["starts_at", t`Clocks skip this time on that day. Choose another one.`],
      past: ["day", t`This is in the past. Choose a later day or time.`],
      people: ["people_expected", number],
      needs: ["needs", t`Choose at least one language.`],
      needs_people: [`needs.${Math.max(wrong, 0)}.people`, number],
      named: ["named", t`Choose who it is, or say that it does not matter.`],
    };
    return Object.fromEntries(lacks.map((lack) => words[lack]));
  };
}
