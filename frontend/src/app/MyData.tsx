import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { fetchFile } from "../api/file";
import { download } from "../lib/download";
import { Problem } from "../ui/states";

/** At the end of every screen: everything that is kept about whoever is signed in, to take with them. */
export function MyData() {
  const take = useMutation({
    mutationFn: () => fetchFile("/api/v1/me/data", "passerelle.json"),
    onSuccess: (taken) => download(taken.file, taken.name),
  });
  return (
    <footer className="shell-foot">
      <button type="button" className="plain" disabled={take.isPending} onClick={() => take.mutate()}>
        <Trans>Download what is kept about me</Trans>
      </button>
      <Problem error={take.error} />
    </footer>
  );
}
