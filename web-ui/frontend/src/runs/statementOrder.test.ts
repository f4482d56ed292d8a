import { describe, expect, it } from 'vitest';
import type { Statement } from '../api/types';
import { chosen, hitRatio } from './statementOrder';

const row = (query: string, more: Partial<Statement>): Statement => ({
  queryId: query,
  query,
  calls: 1,
  totalMs: 0,
  meanMs: 0,
  rows: 0,
  sharedBlksHit: 0,
  sharedBlksRead: 0,
  tempBlks: 0,
  walBytes: 0,
  dbTimeShare: 0,
  planFrom: null,
  ...more,
});

describe('the statement table', () => {
  const rows = [
    row('SELECT a FROM loan', { totalMs: 5, calls: 9 }),
    row('SELECT b FROM Member', { totalMs: 7, calls: 2 }),
  ];

  it('is ordered by what is asked for', () => {
    expect(chosen(rows, '', 'Database time')[0]?.query).toContain('Member');
    expect(chosen(rows, '', 'Calls')[0]?.query).toContain('loan');
  });

  it('holds the statements with all the words', () => {
    expect(chosen(rows, 'member select', 'Calls')).toHaveLength(1);
    expect(chosen(rows, 'nothing', 'Calls')).toHaveLength(0);
  });

  it('has no hit ratio where nothing was read', () => {
    expect(hitRatio(row('x', {}))).toBeNull();
    expect(hitRatio(row('x', { sharedBlksHit: 3, sharedBlksRead: 1 }))).toBe(0.75);
  });
});
