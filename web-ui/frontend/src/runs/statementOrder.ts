import type { Statement } from '../api/types';

export const ORDERS = {
  'Database time': (row: Statement) => row.totalMs,
  Calls: (row: Statement) => row.calls,
  'Mean time': (row: Statement) => row.meanMs,
  'Rows a call': (row: Statement) => row.rows / Math.max(1, row.calls),
  'Blocks a call': (row: Statement) => blocksPerCall(row),
  'Temporary blocks': (row: Statement) => row.tempBlks,
  WAL: (row: Statement) => row.walBytes,
};

export type Order = keyof typeof ORDERS;

export function blocksPerCall(row: Statement): number {
  return (row.sharedBlksHit + row.sharedBlksRead) / Math.max(1, row.calls);
}

/** Null where no block was asked for. */
export function hitRatio(row: Statement): number | null {
  const blocks = row.sharedBlksHit + row.sharedBlksRead;
  return blocks === 0 ? null : row.sharedBlksHit / blocks;
}

/** Those whose text holds every word, the largest first. */
export function chosen(rows: Statement[], words: string, order: Order): Statement[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows
    .filter((row) => wanted.every((word) => row.query.toLowerCase().includes(word)))
    .sort((one, other) => ORDERS[order](other) - ORDERS[order](one));
}
