import { Button, NativeSelect, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { useParameters } from "../../lib/useParameters";
import { More } from "../../ui/More";
import { EmptyState, Fetched } from "../../ui/states";
import { StatusNote } from "../../ui/StatusNote";
import { LANGUAGES } from "../../ui/words";
import { type Filters, type Interpreter, useInterpreters } from "./queries";
import { PAY_STATUSES } from "./words";
import "./people.css";

function Row({ person }: { person: Interpreter }) {
  const { i18n } = useLingui();
  return (
    <tr>
      <td>
        <Link to={`/team/people/${person.id}`} dir="auto">
          {person.name}
        </Link>
      </td>
      <td>{person.languages.map(({ language }) => i18n._(LANGUAGES[language])).join(" · ")}</td>
      <td>{i18n._(PAY_STATUSES[person.pay_status])}</td>
      <td>
        <StatusNote kind={person.active ? (person.has_account ? "confirmed" : "asked") : "over"}>
          {!person.active ? (
            <Trans>Not active</Trans>
          ) : person.has_account ? (
            <Trans>Has an account</Trans>
          ) : (
            <Trans>By phone</Trans>
          )}
        </StatusNote>
      </td>
    </tr>
  );
}

function Table({ people }: { people: Interpreter[] }) {
  return (
    <table className="people">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Name</Trans>
          </th>
          <th scope="col">
            <Trans>Languages</Trans>
          </th>
          <th scope="col">
            <Trans>Pay</Trans>
          </th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} />
        ))}
      </tbody>
    </table>
  );
}

function filtersOf(params: URLSearchParams): Filters {
  const active = params.get("active");
  return {
    search: params.get("search") ?? "",
    language: params.get("language") ?? "",
    active: active === "no" || active === "any" ? active : "yes",
  };
}

function Search({ filters, set }: { filters: Filters; set: (name: keyof Filters, value: string) => void }) {
  const { t, i18n } = useLingui();
  return (
    <search className="row">
      <TextInput
        label={t`Search by name`}
        size="md"
        dir="auto"
        value={filters.search}
        onChange={(event) => set("search", event.currentTarget.value)}
      />
      <NativeSelect
        label={t`Language`}
        size="md"
        value={filters.language}
        onChange={(event) => set("language", event.currentTarget.value)}
        data={[
          { value: "", label: t`All languages` },
          ...Object.entries(LANGUAGES).map(([value, words]) => ({ value, label: i18n._(words) })),
        ]}
      />
      <NativeSelect
        label={t`Who`}
        size="md"
        value={filters.active}
        onChange={(event) => set("active", event.currentTarget.value)}
        data={[
          { value: "yes", label: t`Active` },
          { value: "no", label: t`Not active` },
          { value: "any", label: t`Everyone` },
        ]}
      />
    </search>
  );
}

/** Everyone who interprets: found by name and language, with an account or without. */
export function InterpretersPage() {
  const [params, change] = useParameters();
  const filters = filtersOf(params);
  const people = useInterpreters(filters);
  const set = (name: keyof Filters, value: string) =>
    change((before) => {
      const after = new URLSearchParams(before);
      after.set(name, value);
      return after;
    });
  return (
    <>
      <div className="row between">
        <h1>
          <Trans>Interpreters</Trans>
        </h1>
        <Button component={Link} to="/team/people/new" variant="default" size="md" mih={48}>
          <Trans>Add an interpreter</Trans>
        </Button>
      </div>
      <Search filters={filters} set={set} />
      <Fetched aged query={people}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.results);
          if (!found.length)
            return (
              <EmptyState title={<Trans>Nobody found</Trans>}>
                <p>
                  <Trans>
                    Look for another name or language, or add somebody: no account is needed to book them.
                  </Trans>
                </p>
              </EmptyState>
            );
          return (
            <>
              <Table people={found} />
              <More of={people} />
            </>
          );
        }}
      </Fetched>
    </>
  );
}
