import { describe, expect, it } from 'vitest';
import { cacheHits, lockInWords, waited, type LockWait } from './server';

describe('what sessions waited for', () => {
  it('is a share of all looks at sessions that were at work', () => {
    expect(waited({ CPU: 6, 'Lock:transactionid': 2 })).toEqual([
      { type: 'CPU', event: '', samples: 6, share: 0.75 },
      { type: 'Lock', event: 'transactionid', samples: 2, share: 0.25 },
    ]);
    expect(waited({})).toEqual([]);
  });
});

describe('a lock', () => {
  const wait = { mode: 'ShareLock', relation: 'public.stock' } as LockWait;

  it('on a row is called so, whichever way PostgreSQL shows it', () => {
    expect(lockInWords({ ...wait, lockType: 'transactionid' })).toBe('a row of public.stock, ShareLock');
    expect(lockInWords({ ...wait, lockType: 'advisory', relation: null })).toBe('advisory, ShareLock');
  });
});

describe('the cache', () => {
  it('has no hits to speak of where nothing was read', () => {
    const work = { blocksHit: 3, blocksRead: 1 } as Parameters<typeof cacheHits>[0];
    expect(cacheHits(work)).toBe(0.75);
    expect(cacheHits({ ...work, blocksHit: 0, blocksRead: 0 })).toBeNull();
  });
});
