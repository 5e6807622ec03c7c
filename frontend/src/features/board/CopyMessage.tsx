import { NativeSelect, Textarea } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, data, type Schema } from "../../api/client";
import known from "../../i18n/locales.json";
import { Act } from "../../ui/Act";
import { Fetched } from "../../ui/states";

type Message = Schema["MessageView"];
export type MessageKind = NonNullable<Schema["AskedView"]["message"]>;

const nameOf = (language: string) => (known as Record<string, { name: string }>)[language]?.name ?? language;
const directionOf = (language: string) =>
  (known as Record<string, { direction: string }>)[language]?.direction ?? "auto";

/** The text, to be read before it is sent, and the button that takes it along; where that fails, it is marked by hand. */
function Text({ message, choose }: { message: Message; choose: (language: string) => void }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(message.text);
      setCopied("yes");
    } catch {
      setCopied("no");
    }
  };
  return (
    <div className="stack-tight">
      <NativeSelect
        label={t`Language of the message`}
        size="md"
        value={message.language}
        data={message.languages.map((language) => ({ value: language, label: nameOf(language) }))}
        onChange={(event) => {
          setCopied(null);
          choose(event.currentTarget.value);
        }}
      />
      <Textarea
        label={t`Message`}
        size="md"
        readOnly
        autosize
        lang={message.language}
        dir={directionOf(message.language)}
        value={message.text}
      />
      <div className="row" role="status">
        <Act onClick={() => void copy()}>
          <Trans>Copy for WhatsApp</Trans>
        </Act>
        {copied === "yes" && (
          <span>
            <Trans>Copied</Trans>
          </span>
        )}
        {copied === "no" && (
          <span>
            <Trans>This device does not let us copy. Mark the text and copy it.</Trans>
          </span>
        )}
      </div>
    </div>
  );
}

interface FromProps {
  id: string;
  fetchMessage: (language: string | undefined) => Promise<Message>;
}

function MessageFrom({ id, fetchMessage }: FromProps) {
  const [language, choose] = useState<string | undefined>();
  const message = useQuery({
    queryKey: ["offer+session+visit+interpreter+shift", "message", id, language],
    queryFn: () => fetchMessage(language),
    placeholderData: (before) => before,
  });
  return <Fetched query={message}>{(found) => <Text message={found} choose={choose} />}</Fetched>;
}

function Unfolding({ id, fetchMessage, children }: FromProps & { children?: ReactNode }) {
  const [open, setOpen] = useState(false);
  return open ? (
    <MessageFrom id={id} fetchMessage={fetchMessage} />
  ) : (
    <div>
      <Act variant="default" onClick={() => setOpen(true)}>
        {children ?? <Trans>Message to copy</Trans>}
      </Act>
    </div>
  );
}

/** One question for all that somebody has not answered, with what changed since they were asked or answered. */
export function CopyQuestion({ interpreter }: { interpreter: string }) {
  return (
    <Unfolding
      id={interpreter}
      fetchMessage={(language) =>
        data(
          api.GET("/api/v1/waiting/{id}/message", {
            params: { path: { id: interpreter }, query: language ? { language } : {} },
          }),
        )
      }
    />
  );
}

/** A text about one place for the person it was put to: asking, what changed, confirming or cancelling. */
export function CopyMessage({ offer, kind }: { offer: string; kind: MessageKind }) {
  return (
    <Unfolding
      id={`${offer} ${kind}`}
      fetchMessage={(language) =>
        data(
          api.GET("/api/v1/offers/{id}/message", {
            params: { path: { id: offer }, query: { kind, ...(language && { language }) } },
          }),
        )
      }
    />
  );
}

/** How a session stands and who is coming, for its partner, who may never have signed in. */
export function CopyForPartner({ session }: { session: string }) {
  return (
    <Unfolding
      id={session}
      fetchMessage={(language) =>
        data(
          api.GET("/api/v1/sessions/{id}/message", {
            params: { path: { id: session }, query: language ? { language } : {} },
          }),
        )
      }
    >
      <Trans>Message for the partner</Trans>
    </Unfolding>
  );
}
