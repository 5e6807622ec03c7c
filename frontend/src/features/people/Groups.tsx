import { Checkbox, NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Schema } from "../../api/client";
import { Act } from "../../ui/Act";
import { Chooser } from "../../desk/Chooser";
import { Fetched } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { GROUP_KINDS } from "../../ui/words";
import {
  type Agency,
  type Group,
  partnerActs,
  type Site,
  siteOption,
  sitesFound,
  useSites,
} from "./partnerQueries";
import { useAct } from "../../lib/useAct";
import { useMissing } from "../../lib/useMissing";
import { SmallForm } from "./SmallForm";

type Kind = Schema["GroupKind"];
interface Rules {
  kind: Kind;
  women_only: boolean;
  under_18s: boolean;
  active: boolean;
}

function useFields() {
  const { t } = useLingui();
  return [
    { name: "name", label: t`Name of the group` },
    { name: "usual_start", label: t`Usually starts at`, type: "time" },
    { name: "usual_end", label: t`Usually ends at`, type: "time" },
  ];
}

const hour = (time: string | null) => time?.slice(0, 5) ?? "";
const textsOf = ({ group, usual_start, usual_end }: Group) => ({
  name: group.name,
  usual_start: hour(usual_start),
  usual_end: hour(usual_end),
});
const bodyOf = ({ name = "", usual_start, usual_end }: Record<string, string>) => ({
  name,
  usual_start: usual_start || null,
  usual_end: usual_end || null,
});

function RulesOf({ rules, change }: { rules: Rules; change: (part: Partial<Rules>) => void }) {
  const { t, i18n } = useLingui();
  return (
    <div className="row">
      <NativeSelect
        label={t`Kind`}
        size="md"
        value={rules.kind}
        data={Object.entries(GROUP_KINDS).map(([value, words]) => ({ value, label: i18n._(words) }))}
        onChange={(event) => change({ kind: event.currentTarget.value as Kind })}
      />
      <Checkbox
        size="md"
        label={t`Women only`}
        checked={rules.women_only}
        onChange={(event) => change({ women_only: event.currentTarget.checked })}
      />
      <Checkbox
        size="md"
        label={t`With under-18s`}
        checked={rules.under_18s}
        onChange={(event) => change({ under_18s: event.currentTarget.checked })}
      />
    </div>
  );
}

/** A group's rules in words, so that of two who write at once nobody undoes the other's unseen. */
function useRulesInWords() {
  const { t, i18n } = useLingui();
  const said = (on: boolean) => (on ? t`yes` : t`no`);
  return (mine: Rules, theirs: Rules) => [
    { label: t`Kind`, mine: i18n._(GROUP_KINDS[mine.kind]), theirs: i18n._(GROUP_KINDS[theirs.kind]) },
    { label: t`Women only`, mine: said(mine.women_only), theirs: said(theirs.women_only) },
    { label: t`With under-18s`, mine: said(mine.under_18s), theirs: said(theirs.under_18s) },
    { label: t`Meets: sessions can be asked for`, mine: said(mine.active), theirs: said(theirs.active) },
  ];
}

const rulesOf = ({ group: { kind, women_only, under_18s }, active }: Group): Rules => ({
  kind,
  women_only,
  under_18s,
  active,
});

function EditGroup({ group, close }: { group: Group; close: () => void }) {
  const { t } = useLingui();
  const compared = useRulesInWords();
  const [opened] = useState(group);
  const [rules, setRules] = useState<Rules>(rulesOf(opened));
  const edit = useAct(partnerActs.editGroup);
  return (
    <SmallForm
      fields={useFields()}
      start={textsOf(opened)}
      error={edit.error}
      busy={edit.isPending}
      words={<Trans>Save</Trans>}
      close={close}
      theirs={(current) => textsOf(current as Group)}
      also={(current) => compared(rules, rulesOf(current as Group))}
      send={(values, version = opened.version) =>
        edit.mutate({ id: group.group.id, version, ...bodyOf(values), ...rules }, { onSuccess: close })
      }
    >
      <RulesOf rules={rules} change={(part) => setRules({ ...rules, ...part })} />
      <Checkbox
        size="md"
        label={t`Meets: sessions can be asked for`}
        checked={rules.active}
        onChange={(event) => setRules({ ...rules, active: event.currentTarget.checked })}
      />
    </SmallForm>
  );
}

function OneGroup({ group }: { group: Group }) {
  const { i18n } = useLingui();
  const [editing, setEditing] = useState(false);
  const { name, kind, women_only, under_18s, site } = group.group;
  if (editing)
    return (
      <li className="asked">
        <EditGroup group={group} close={() => setEditing(false)} />
      </li>
    );
  return (
    <li className="asked row between">
      <span>
        <strong>
          <UserText>{name}</UserText>
        </strong>{" "}
        · {i18n._(GROUP_KINDS[kind])}
        {women_only && (
          <>
            {" · "}
            <Trans>Women only</Trans>
          </>
        )}
        {under_18s && (
          <>
            {" · "}
            <Trans>With under-18s</Trans>
          </>
        )}{" "}
        · <UserText>{site.name}</UserText>
        {group.usual_start && group.usual_end && (
          <>
            {" "}
            · <span className="clocks">{`${hour(group.usual_start)}–${hour(group.usual_end)}`}</span>
          </>
        )}
        {!group.active && (
          <>
            {" · "}
            <Trans>Not active</Trans>
          </>
        )}
      </span>
      <Act variant="default" onClick={() => setEditing(true)}>
        <Trans>Edit</Trans> <span className="visually-hidden">{name}</span>
      </Act>
    </li>
  );
}

const NEW: Rules = { kind: "mixed_adults", women_only: false, under_18s: false, active: true };

function AddGroup({ agency, first }: { agency: Agency; first: Site | undefined }) {
  const { t } = useLingui();
  const fields = useFields();
  const [count, setCount] = useState(0);
  const [rules, setRules] = useState(NEW);
  const [site, setSite] = useState(first ? siteOption(first) : null);
  const { missing, isThere } = useMissing(site);
  const add = useAct(partnerActs.addGroup);
  const { kind, women_only, under_18s } = rules;
  // The place stays, as one partner's groups often share it; what holds for one group must not pass to the next.
  const startAnew = () => {
    setCount(count + 1);
    setRules(NEW);
  };
  if (!first)
    return (
      <p className="soft">
        <Trans>Add the place where the group meets first, on the page of all partners.</Trans>
      </p>
    );
  return (
    <SmallForm
      key={count}
      fields={fields}
      start={{}}
      error={add.error}
      busy={add.isPending}
      words={<Trans>Add a group</Trans>}
      send={(values) => {
        if (!isThere() || !site) return;
        add.mutate(
          { id: agency.id, site: site.value, ...bodyOf(values), kind, women_only, under_18s },
          { onSuccess: startAnew },
        );
      }}
    >
      <Chooser
        label={t`Place`}
        none={t`Choose a place`}
        from={sitesFound}
        chosen={site}
        choose={setSite}
        error={missing ? t`Choose a place` : undefined}
      />
      <RulesOf rules={rules} change={(part) => setRules({ ...rules, ...part })} />
    </SmallForm>
  );
}

/** A partner's groups: what they are, where and when they usually meet. */
export function Groups({ agency }: { agency: Agency }) {
  const sites = useSites();
  return (
    <section className="card">
      <h2>
        <Trans>Groups</Trans>
      </h2>
      <ul>
        {agency.groups.map((group) => (
          <OneGroup key={group.group.id} group={group} />
        ))}
      </ul>
      <Fetched query={sites}>
        {({ pages }) => <AddGroup agency={agency} first={pages[0]?.results[0]} />}
      </Fetched>
    </section>
  );
}
