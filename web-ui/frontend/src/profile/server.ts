/** What the server did beside the statements, in the window of the profile; null where it could not be read. */
export interface ServerFacts {
  lockWaits: LockWait[];
  openTransactions: OpenTransaction[];
  work: DatabaseWork | null;
  checkpoints: Checkpoints | null;
  io: IoWork[];
  extensions: string[];
}

export interface LockWait {
  lockType: string;
  relation: string | null;
  mode: string;
  waitingQuery: string;
  holder: string;
  holderState: string;
  holderQuery: string;
  holderSeconds: number;
  waits: number;
}

export interface OpenTransaction {
  application: string;
  state: string;
  lastQuery: string;
  longestSeconds: number;
  samples: number;
  heldBack: number | null;
}

export interface DatabaseWork {
  commits: number;
  rollbacks: number;
  blocksHit: number;
  blocksRead: number;
  readMs: number;
  writeMs: number;
  tempFiles: number;
  tempBytes: number;
  deadlocks: number;
}

export interface Checkpoints {
  timed: number;
  requested: number;
  writeMs: number;
  syncMs: number;
  buffersByCheckpointer: number;
  buffersByBackends: number;
  seconds: number;
}

export interface IoWork {
  backendType: string;
  context: string;
  reads: number;
  readMs: number;
  writes: number;
  writeMs: number;
  evictions: number;
}

export interface Waited {
  /** The class of the wait as PostgreSQL names it, or CPU. */
  type: string;
  event: string;
  samples: number;
  /** Of all samples of sessions at work, 0 to 1. */
  share: number;
}

export function waited(waits: Record<string, number>): Waited[] {
  const all = Object.values(waits).reduce((sum, samples) => sum + samples, 0);
  return Object.entries(waits).map(([name, samples]) => {
    const [type = '', event = ''] = name.split(':');
    return { type, event, samples, share: all === 0 ? 0 : samples / all };
  });
}

/** Null where no block was asked for. */
export function cacheHits({ blocksHit, blocksRead }: DatabaseWork): number | null {
  return blocksHit + blocksRead === 0 ? null : blocksHit / (blocksHit + blocksRead);
}

/** Row locks are what a waiting transaction shows as another's end, or as one version of a row. */
export function lockInWords({ lockType, relation, mode }: LockWait): string {
  const what = lockType === 'transactionid' || lockType === 'tuple' ? 'a row' : lockType;
  return `${what}${relation ? ` of ${relation}` : ''}, ${mode}`;
}
