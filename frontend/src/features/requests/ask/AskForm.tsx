import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Act } from "../../../ui/Act";
import { ErrorSummary } from "../../../ui/ErrorSummary";
import { Problem } from "../../../ui/states";
import { lacks } from "../draft/draft";
import type { Draft } from "../draft/form";
import type { Keeper } from "../draft/keeper";
import { inForm } from "../draft/problems";
import { BriefFields } from "../fields/BriefFields";
import { OurPeople } from "../fields/OurPeople";
import { Requirements } from "../fields/Requirements";
import { PartHeading, WhereAndWhen } from "../fields/WhereAndWhen";
import { WhoComes } from "../fields/WhoComes";
import { Facts, type Around, useRows } from "../Rows";
import type { Group, Visit } from "../queries";
import { SaveNote } from "./SaveNote";
import { useLackWords } from "./useLackWords";

interface Props {
  keeper: Keeper;
  around: Around;
  visits: Visit[];
  /** Shown as a whole at first, to be sent as it is. */
  review: boolean;
  choose: (group: string) => void;
}

function Fields({
  keeper,
  around,
  visits,
  choose,
  problems,
}: Omit<Props, "review"> & { problems: Record<string, string> }) {
  const { draft } = keeper.state;
  const change = (part: Partial<Draft>) => keeper.change(part);
  const fields = { draft, change, problems };
  const agency = around.groups.find(({ id }) => id === draft.group)?.agency.id;
  return (
    <>
      <section className="card">
        <PartHeading words="when" />
        <WhereAndWhen {...fields} groups={around.groups} visits={visits} choose={choose} />
      </section>
      <section className="card">
        <PartHeading words="who" />
        <WhoComes {...fields} />
        <Requirements key={draft.group} {...fields} />
      </section>
      <section className="card">
        <PartHeading words="brief" />
        <BriefFields {...fields} />
      </section>
      <section className="card">
        <PartHeading words="people" />
        <OurPeople {...fields} agency={agency} />
      </section>
    </>
  );
}

function useProblems(keeper: Keeper, groups: Group[]) {
  const { t } = useLingui();
  const [tried, setTried] = useState<Date | null>(null);
  const words = useLackWords();
  const { draft, problems } = keeper.state;
  const zone = groups.find(({ id }) => id === draft.group)?.site.time_zone;
  const own = tried ? words(lacks(draft, zone, tried), draft) : {};
  /** Whether it can be sent at this moment; from now on what lacks is shown, and goes as it is filled in. */
  const isReady = () => {
    const now = new Date();
    setTried(now);
    return lacks(draft, zone, now).length === 0;
  };
  const told = inForm(draft, problems);
  const closed =
    draft.group && !zone ? { group: t`This group takes no requests any more. Choose another one.` } : {};
  return { shown: { ...told, ...own, ...closed }, isReady };
}

/** The form of a request. A request that is repeated is shown whole first: one more tap sends it. */
export function AskForm({ keeper, around, visits, review, choose }: Props) {
  const [whole, setWhole] = useState(review);
  const rows = useRows();
  const { shown, isReady } = useProblems(keeper, around.groups);
  const { draft, safe, sending, error } = keeper.state;
  const hasProblems = Object.keys(shown).length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady()) void keeper.send();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary problems={shown} />
      {whole && !hasProblems ? (
        <section className="card">
          <Facts rows={rows(draft, around)} />
          <div>
            <Act variant="default" onClick={() => setWhole(false)}>
              <Trans>Change something</Trans>
            </Act>
          </div>
        </section>
      ) : (
        <Fields keeper={keeper} around={around} visits={visits} choose={choose} problems={shown} />
      )}
      <Problem tried="form" error={error} />
      <p className="soft">
        <Trans>We answer within three days, and the evening before at the latest.</Trans>
      </p>
      <div className="send">
        <SaveNote safe={safe} />
        <Act type="submit" busy={sending}>
          <Trans>Send the request</Trans>
        </Act>
      </div>
    </form>
  );
}
