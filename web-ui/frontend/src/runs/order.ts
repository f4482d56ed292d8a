import type { Run } from '../api/types';

/** What still goes on first, then newest first. */
export function runningFirst(runs: Run[]): Run[] {
  const open = (run: Run) => (run.status === 'ENDED' ? 1 : 0);
  return [...runs].sort((a, b) => open(a) - open(b) || b.requestedAt.localeCompare(a.requestedAt));
}
