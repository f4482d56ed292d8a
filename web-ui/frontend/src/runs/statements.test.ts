import { describe, expect, it } from 'vitest';
import type { Statement } from '../api/types';
import { blocksPerCall, hitRatio, rowsPerCall } from './statements';

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
    expect(rowsPerCall(row({ calls: 0, rows: 3 }))).toBe(3);
  });
});
