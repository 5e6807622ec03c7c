import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Act } from "../../ui/Act";
import { More } from "../../ui/More";
import { Fetched } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { partnerActs, type Site, useSites } from "./partnerQueries";
import { useAct } from "../../lib/useAct";
import { SmallForm } from "./SmallForm";

function useFields() {
  const { t } = useLingui();
  return [
    { name: "name", label: t`Name` },
    { name: "area", label: t`Area, all that is shown before confirmation` },
    { name: "address", label: t`Address` },
  ];
}

const textsOf = ({ name, area, address }: Site) => ({ name, area, address });

function EditSite({ site, close }: { site: Site; close: () => void }) {
  const edit = useAct(partnerActs.editSite);
  const [opened] = useState(site);
  return (
    <SmallForm
      fields={useFields()}
      start={textsOf(opened)}
      error={edit.error}
      busy={edit.isPending}
      words={<Trans>Save</Trans>}
      close={close}
      theirs={(current) => textsOf(current as Site)}
      send={({ name = "", area = "", address = "" }, version = opened.version) =>
        edit.mutate({ id: site.id, version, name, area, address }, { onSuccess: close })
      }
    >
      <p className="soft small">
        <Trans>
          The country and the time zone stay: they say when everything booked here takes place. Where they are
          wrong, add the place and its groups anew, and say of the old groups that they do not meet any more.
        </Trans>
      </p>
    </SmallForm>
  );
}

function OneSite({ site }: { site: Site }) {
  const [editing, setEditing] = useState(false);
  if (editing)
    return (
      <li className="asked">
        <EditSite site={site} close={() => setEditing(false)} />
      </li>
    );
  return (
    <li className="asked row between">
      <span>
        <strong>
          <UserText>{site.name}</UserText>
        </strong>{" "}
        · <UserText>{site.area}</UserText> · <UserText>{site.address}</UserText> ·{" "}
        <bdi dir="ltr">
          {site.country} {site.time_zone}
        </bdi>
      </span>
      <Act variant="default" onClick={() => setEditing(true)}>
        <Trans>Edit</Trans> <span className="visually-hidden">{site.name}</span>
      </Act>
    </li>
  );
}

function AddSite() {
  const { t } = useLingui();
  const [count, setCount] = useState(0);
  const add = useAct(partnerActs.addSite);
  const more = [
    { name: "country", label: t`Country, in two letters` },
    { name: "time_zone", label: t`Time zone` },
  ];
  return (
    <SmallForm
      key={count}
      fields={[...useFields(), ...more]}
      start={{ country: "FR", time_zone: "Europe/Paris" }}
      error={add.error}
      busy={add.isPending}
      words={<Trans>Add a place</Trans>}
      send={({ name = "", area = "", address = "", country = "", time_zone = "" }) =>
        add.mutate({ name, area, address, country, time_zone }, { onSuccess: () => setCount(count + 1) })
      }
    />
  );
}

/** Places where groups meet. */
export function Sites() {
  const sites = useSites();
  return (
    <section className="card">
      <h2>
        <Trans>Places</Trans>
      </h2>
      <Fetched query={sites}>
        {({ pages }) => (
          <ul>
            {pages
              .flatMap((page) => page.results)
              .map((site) => (
                <OneSite key={site.id} site={site} />
              ))}
          </ul>
        )}
      </Fetched>
      <More of={sites} />
      <AddSite />
    </section>
  );
}
