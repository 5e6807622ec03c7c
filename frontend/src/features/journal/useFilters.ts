import { useParameters } from "../../lib/useParameters";

/** What the address says of `names`, and a way to say something else: one step back leads to what it said before. */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const [params, change] = useParameters();
  const filters: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value) filters[name] = value;
  }
  const choose = (chosen: Partial<Record<Name, string>>) => {
    const told = Object.entries<string | undefined>(chosen);
    change(
      told.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])),
      { replace: false },
    );
  };
  return [filters, choose] as const;
}
