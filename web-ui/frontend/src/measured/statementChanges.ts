export interface Counts {
  calls: number;
  totalMs: number;
  rows: number;
  blocksHit: number;
  blocksRead: number;
  walBytes: number;
}

/** One statement in the load tests before and after; a side is null where it was not met or nobody counted. */
export interface StatementChange {
  queryId: string;
  query: string;
  before: Counts | null;
  after: Counts | null;
}

export type PerCall = (counts: Counts) => number;

export const meanMs: PerCall = ({ totalMs, calls }) => totalMs / calls;
export const blocks: PerCall = ({ blocksHit, blocksRead, calls }) => (blocksHit + blocksRead) / calls;
export const wal: PerCall = ({ walBytes, calls }) => walBytes / calls;

/** A figure of one side for each call; null where there is none. */
export function of(counts: Counts | null, figure: PerCall): number | null {
  return counts === null || counts.calls === 0 ? null : figure(counts);
}

export type Lacking = 'BOTH' | 'BEFORE' | 'AFTER' | null;

/** Which side nobody counted at all. */
export function lacking(rows: StatementChange[]): Lacking {
  const before = rows.some((row) => row.before !== null);
  const after = rows.some((row) => row.after !== null);
  return before ? (after ? null : 'AFTER') : after ? 'BEFORE' : 'BOTH';
}
