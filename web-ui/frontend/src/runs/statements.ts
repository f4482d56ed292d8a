import type { Statement } from '../api/types';

export function rowsPerCall(row: Statement): number {
  return row.rows / Math.max(1, row.calls);
}

export function blocksPerCall(row: Statement): number {
  return (row.sharedBlksHit + row.sharedBlksRead) / Math.max(1, row.calls);
}

/** Null where no block was asked for. */
export function hitRatio(row: Statement): number | null {
  const blocks = row.sharedBlksHit + row.sharedBlksRead;
  return blocks === 0 ? null : row.sharedBlksHit / blocks;
}
