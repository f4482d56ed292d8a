/** The name a definition gives itself: the address it is saved under. Everything else is the server's to judge. */
export function nameIn(yaml: string): string | null {
  const match = /^name:\s*(?:"([^"]+)"|'([^']+)'|([^\s#]+))/m.exec(yaml);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}
