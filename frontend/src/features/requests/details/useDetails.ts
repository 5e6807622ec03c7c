import { useState } from "react";
import { byField } from "../../../api/errors";
import { staleNow } from "../../../desk/stale";
import { useAct } from "../../../lib/useAct";
import { useLackWords } from "../ask/useLackWords";
import { detailsOf, draftOf } from "../draft/draft";
import type { Draft } from "../draft/form";
import { inForm } from "../draft/problems";
import { editDetails } from "../mutations";
import type { Session } from "../queries";
import { lacking, onto } from "./details";

/** The details of a session while they are written anew: what was typed is kept whatever is answered. */
export function useDetails(session: Session, done: () => void) {
  const [opened] = useState(session);
  const [typed, setTyped] = useState(() => draftOf(session));
  const [tried, setTried] = useState(false);
  const edit = useAct(editDetails);
  const lackWords = useLackWords();
  const own = tried ? lackWords(lacking(typed, opened), typed) : {};
  const now = staleNow<Session>(edit.error);
  // What belongs to no field is said under the form.
  const { "": _other, ...told } = now ? {} : inForm(typed, byField(edit.error));
  const send = (draft: Draft, version: number) =>
    edit.mutate({ id: opened.id, version, ...detailsOf(draft) }, { onSuccess: done });
  return {
    typed,
    change: (part: Partial<Draft>) => setTyped({ ...typed, ...part }),
    problems: { ...told, ...own } as Record<string, string>,
    error: Object.keys(told).length > 0 ? null : edit.error,
    busy: edit.isPending,
    save: () => {
      setTried(true);
      if (lacking(typed, opened).length === 0) send(typed, opened.version);
    },
    /** Somebody was quicker: what stands now, and what would be written on it. */
    stale: now && { now, mine: onto(draftOf(now), typed, draftOf(opened)) },
    saveOnto: (draft: Draft, on: Session) => send(draft, on.version),
  };
}
