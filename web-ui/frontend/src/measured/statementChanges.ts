import type { StatementChange, StatementCounts } from '../api/types';

export type PerCall = (counts: StatementCounts) => number;

export const meanMs: PerCall = ({ totalMs, calls }) => totalMs / calls;
export const blocks: PerCall = ({ blocksHit, blocksRead, calls }) => (blocksHit + blocksRead) / calls;
export const wal: PerCall = ({ walBytes, calls }) => walBytes / calls;

/** A figure of one side for each call; null where there is none. */
export function of(counts: StatementCounts | null, figure: PerCall): number | null {
  return counts === null || counts.calls === 0 ? null : figure(counts);
}

export type Lacking = 'BOTH' | 'BEFORE' | 'AFTER' | null;

/** Which side nobody counted at all. */
export function lacking(rows: StatementChange[]): Lacking {
  const before = rows.some((row) => row.before !== null);
  const after = rows.some((row) => row.after !== null);
  return before ? (after ? null : 'AFTER') : after ? 'BEFORE' : 'BOTH';
}
