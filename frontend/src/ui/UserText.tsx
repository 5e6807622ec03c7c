/** What a person typed or is called: in its own direction, whatever the page's is. */
export function UserText({ children }: { children: string }) {
  return <bdi dir="auto">{children}</bdi>;
}
