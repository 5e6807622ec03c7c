import { Textarea, type TextareaProps } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { likeAName } from "../lib/likeAName";

interface Props extends Omit<TextareaProps, "value"> {
  value: string;
}

/** A field for a few words of one's own. What looks like a name in it is asked about, and may stay. */
export function FreeText(props: Props) {
  const name = likeAName(props.value);
  return (
    <div className="stack-tight">
      <Textarea size="md" rows={2} dir="auto" {...props} />
      <div role="status">
        {name && (
          <p className="note" data-kind="warning">
            <Trans>
              “<bdi>{name}</bdi>” looks like a name. Is it somebody who takes part? Then please take it out.
            </Trans>
          </p>
        )}
      </div>
    </div>
  );
}
