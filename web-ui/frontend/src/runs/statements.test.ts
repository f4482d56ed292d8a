import { describe, expect, it } from 'vitest';
import type { Statement } from '../api/types';
import { blocksPerCall, hitRatio, known, rowsPerCall } from './statements';

const row = (more: Partial<Statement>) =>
  ({ calls: 4, rows: 0, sharedBlksHit: 0, sharedBlksRead: 0, ...more }) as Statement;

describe('a statement', () => {
  it('has no hit ratio where nothing was read', () => {
    expect(hitRatio(row({}))).toBeNull();
    expect(hitRatio(row({ sharedBlksHit: 3, sharedBlksRead: 1 }))).toBe(0.75);
  });

  it('is looked at by the call', () => {
    expect(rowsPerCall(row({ rows: 40 }))).toBe(10);
    expect(blocksPerCall(row({ sharedBlksHit: 6, sharedBlksRead: 2 }))).toBe(2);
  });

  it('that nobody counted has no figures but its time', () => {
    const seen = row({ calls: 0, totalMs: 12 });
    expect([rowsPerCall(seen), blocksPerCall(seen), known(({ calls }) => calls)(seen)]).toEqual([null, null, null]);
    expect(known(({ calls }) => calls)(row({}))).toBe(4);
  });
});
