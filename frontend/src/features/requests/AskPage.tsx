import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { actKey } from "../../api/client";
import { ApiError, byField } from "../../api/errors";
import { Act } from "../../ui/Act";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Fetched, Problem } from "../../ui/states";
import { asAsk, type Draft, EMPTY, forgetDraft, keepDraft, keptDraft, missing, NoSuchTime } from "./draft";
import { WhatAbout, WhereAndWhen, WhoNeedsWhat } from "./fields";
import { type Group, useGroups, useSend } from "./queries";
import "./requests.css";

function useMissingWords() {
  const { t } = useLingui();
  return (draft: Draft): Record<string, string> => {
    const words = {
      group: ["group", t`Choose the group.`],
      day: ["day", t`Choose the day.`],
      time: ["starts_at", t`Say when it starts.`],
      people: ["people_expected", t`Say how many people you expect, as a number.`],
      needs: ["needs", t`Choose at least one language.`],
    } as const;
    return Object.fromEntries(
      Object.keys(missing(draft)).map(
        (field) => words[field as keyof typeof words] as readonly [string, string],
      ),
    );
  };
}

/** The server names the same fields a little differently where a rule of ours refused. */
function fromServer(error: unknown): Record<string, string> {
  const found = byField(error);
  if (found["notes"]) {
    found["brief.notes"] = found["notes"];
    delete found["notes"];
  }
  return found;
}

function useAskForm(groups: Group[], done: () => void) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(keptDraft);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const send = useSend();
  // One key for what is being sent: pressing again after a lost answer does not ask twice.
  const key = useRef(actKey());
  const missingWords = useMissingWords();

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(next);
    key.current = actKey();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacking = missingWords(draft);
    const zone = groups.find((group) => group.id === draft.group)?.site.time_zone;
    if (Object.keys(lacking).length > 0 || !zone) return setProblems(lacking);
    try {
      setProblems({});
      send.mutate(
        { ask: asAsk(draft, zone), key: key.current },
        {
          onSuccess: () => {
            forgetDraft();
            setDraft(EMPTY);
            done();
          },
          onError: (error) => setProblems(fromServer(error)),
        },
      );
    } catch (error) {
      if (!(error instanceof NoSuchTime)) throw error;
      setProblems({ starts_at: t`Clocks skip this time on that day. Choose another one.` });
    }
  };
  return { draft, change, problems, send, submit };
}

function AskForm({ groups }: { groups: Group[] }) {
  const navigate = useNavigate();
  const byTeam = useLocation().pathname.startsWith("/team");
  const form = useAskForm(groups, () => void navigate(byTeam ? "/team/requests" : "/partner"));
  const { draft, change, problems, send } = form;
  const unknown = send.error instanceof ApiError && Object.keys(problems).length > 0 ? null : send.error;
  return (
    <form className="card" onSubmit={form.submit} noValidate>
      <ErrorSummary problems={problems} />
      <WhereAndWhen draft={draft} change={change} problems={problems} groups={groups} />
      <WhoNeedsWhat draft={draft} change={change} problems={problems} />
      <WhatAbout draft={draft} change={change} problems={problems} />
      <Problem error={unknown} />
      <p className="soft">
        <Trans>We answer within three days. What you type is kept on this device until you send it.</Trans>
      </p>
      <Act type="submit" busy={send.isPending}>
        <Trans>Send the request</Trans>
      </Act>
    </form>
  );
}

/** Ask for a session; the team uses the same form on a partner's behalf. */
export function AskPage() {
  const groups = useGroups();
  return (
    <>
      <h1>
        <Trans>Ask for a session</Trans>
      </h1>
      <Fetched query={groups}>{(found) => <AskForm groups={found} />}</Fetched>
    </>
  );
}
