import { describe, expect, it } from 'vitest';
import type { LoadTest, Resource, Verdict } from '../api/types';
import { differencePct } from './differences';
import { intervalScale } from './intervals';
import { compared, RESOURCES, writingRequests, WRITES } from './resources';
import { lacking, meanMs, of } from './statementChanges';

const figures = { p50Ms: 1, p95Ms: 2, p99Ms: 3, throughput: 40, errorRate: 0, count: 1 };

function load(id: string, phase: 'BEFORE' | 'AFTER'): LoadTest {
  return {
    id,
    phase,
    profile: 'BASELINE',
    round: 1,
    attempt: 1,
    status: 'VALID',
    invalidReason: null,
    startedAt: '2026-11-21T12:00:00Z',
    steadyFrom: null,
    endedAt: null,
    checks: [],
    result: { all: figures },
    config: {
      requests: [
        { name: 'list', method: 'GET' },
        { name: 'order', method: 'post' },
      ],
    },
    reportUrl: null,
  };
}

const loads = [load('b', 'BEFORE'), load('a', 'AFTER')];
const resource = (more: Partial<Resource>): Resource => ({
  loadTestId: 'b',
  metric: 'wal_bytes_total',
  readings: 5,
  mean: null,
  most: null,
  perSecond: null,
  ...more,
});

describe('resources', () => {
  it('sets each figure against that of the other phase, and leaves out what neither has', () => {
    const rows = compared(
      RESOURCES,
      [
        resource({ metric: 'process_cpu_share', mean: 0.4, most: 0.9 }),
        resource({ metric: 'process_cpu_share', loadTestId: 'a', mean: 0.2, most: 0.3 }),
        resource({ metric: 'pool_pending_threads', mean: 2, most: 6 }),
      ],
      loads,
      'BASELINE',
    );

    expect(rows.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['CPU of the service, mean', 0.4, 0.2],
      ['Pool: threads waiting, most', 6, null],
    ]);
  });

  it('tells what was written for each response', () => {
    const rows = compared(WRITES, [resource({ perSecond: 4000 })], loads, 'BASELINE');

    expect(rows.map(({ before }) => before)).toEqual([4000, 100]);
  });

  it('knows which requests may write', () => {
    expect(writingRequests(loads, 'BASELINE')).toEqual(['order']);
    expect(writingRequests(loads, 'PEAK')).toEqual([]);
  });
});

describe('differences', () => {
  it('are in percent of the first, and not known against nothing', () => {
    expect(differencePct(200, 50)).toBe(-75);
    expect(differencePct(0, 0)).toBe(0);
    expect(differencePct(0, 5)).toBeNull();
    expect(differencePct(null, 5)).toBeNull();
  });
});

describe('statements before and after', () => {
  const counts = { calls: 4, totalMs: 10, rows: 0, blocksHit: 0, blocksRead: 0, walBytes: 0 };
  const row = (before: typeof counts | null, after: typeof counts | null) => ({
    queryId: '1',
    query: '',
    before,
    after,
  });

  it('have no figure for a side without calls', () => {
    expect(of(counts, meanMs)).toBe(2.5);
    expect(of(null, meanMs)).toBeNull();
    expect(of({ ...counts, calls: 0 }, meanMs)).toBeNull();
  });

  it('say which side nobody counted', () => {
    expect(lacking([])).toBe('BOTH');
    expect(lacking([row(counts, null)])).toBe('AFTER');
    expect(lacking([row(null, counts)])).toBe('BEFORE');
    expect(lacking([row(counts, null), row(null, counts)])).toBeNull();
  });
});

describe('intervals', () => {
  const interval = (ciLowPct: number | null, ciHighPct: number | null): Pick<Verdict, 'ciLowPct' | 'ciHighPct'> => ({
    ciLowPct,
    ciHighPct,
  });

  it('lie on one scale that holds zero', () => {
    const scale = intervalScale([interval(-90, -80), interval(null, null)]);

    expect(scale?.least).toBe(-90);
    expect(scale?.at(-90)).toBe(0);
    expect(scale?.at(scale.most)).toBe(100);
    expect(scale?.at(0)).toBeGreaterThan(95);
  });

  it('are drawn at the edge where they are too wide, and not at all where there is none', () => {
    const scale = intervalScale([interval(-10, 900)]);

    expect(scale?.most).toBe(100);
    expect(scale?.at(900)).toBe(100);
    expect(intervalScale([interval(null, null)])).toBeNull();
  });
});
