import { Button, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";

interface Props extends Omit<ButtonProps, "children"> {
  onClick?: () => void;
  type?: "button" | "submit";
  busy?: boolean;
  children: ReactNode;
}

/** A button for one act: large enough for a cold thumb, and deaf to a second tap while the first is on its way. */
export function Act({ busy = false, onClick, type = "button", ...more }: Props) {
  return (
    <Button
      size="md"
      mih={48}
      type={type}
      aria-disabled={busy}
      data-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
      {...more}
    />
  );
}
