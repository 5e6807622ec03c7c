import type { ReactNode } from "react";

export function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="stack-tight">
      <h3 className="soft" dir="ltr" lang="en">
        {name}
      </h3>
      {children}
    </section>
  );
}
