import type { Statement } from '../api/types';

/** False where nobody counts statements: then its time is estimated from samples, and the rest is not known. */
export function isCounted({ calls }: Statement): boolean {
  return calls > 0;
}

export function rowsPerCall(row: Statement): number | null {
  return isCounted(row) ? row.rows / row.calls : null;
}

export function blocksPerCall(row: Statement): number | null {
  return isCounted(row) ? (row.sharedBlksHit + row.sharedBlksRead) / row.calls : null;
}

/** Null where no block was asked for. */
export function hitRatio(row: Statement): number | null {
  const blocks = row.sharedBlksHit + row.sharedBlksRead;
  return blocks === 0 ? null : row.sharedBlksHit / blocks;
}

/** A figure that is only known where the statement is counted. */
export function known(figure: (row: Statement) => number): (row: Statement) => number | null {
  return (row) => (isCounted(row) ? figure(row) : null);
}
