import { describe, expect, it } from 'vitest';
import type { LoadFigures } from '../api/stored';
import type { LoadPhase, LoadTest, Run } from '../api/types';
import { lastStage, mismatches, rowsOf, testOf, unknowns, type Side } from './sideBySide';

const figures = (p95Ms: number): LoadFigures => ({
  p50Ms: p95Ms / 2,
  p95Ms,
  p99Ms: p95Ms * 2,
  throughput: 40,
  errorRate: 0.01,
  count: 100,
});

function load(phase: LoadPhase, p95Ms: number, more: Partial<LoadTest> = {}): LoadTest {
  return {
    id: `${phase} ${p95Ms}`,
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
    config: { ratePerSecond: 40, requests: [{ name: 'list', method: 'GET', weight: 1 }] },
    result: { all: figures(p95Ms), requests: { list: figures(p95Ms) } },
    reportUrl: null,
    ...more,
  };
}

function side(loads: LoadTest[], run: Partial<Run> = {}, surroundings: Partial<Side['surroundings']> = {}): Side {
  return {
    run: { id: 'r', target: 'shop', intensity: 'QUICK', gate: false, calibration: false, ...run } as Run,
    loads,
    surroundings: { definition: 'a', cpus: 2, postgres: '18.1', ...surroundings },
  };
}

describe('two runs side by side', () => {
  it('takes the last valid test of the phase that tells most', () => {
    const run = side([
      load('PROFILE', 1),
      load('BEFORE', 2),
      load('BEFORE', 3, { round: 2 }),
      load('BEFORE', 4, { round: 3, status: 'INVALID' }),
      load('AFTER', 5),
      load('ROLLED_BACK', 6),
    ]);

    expect(testOf(run, 'FOUND', 'BASELINE')?.result?.all?.p95Ms).toBe(3);
    expect(testOf(run, 'LEFT', 'BASELINE')?.result?.all?.p95Ms).toBe(6);
    expect(lastStage(run)).toBe('LEFT');
    expect(lastStage(side([load('PROFILE', 1)]))).toBe('FOUND');
    expect(testOf(side([load('AFTER', 7)], { gate: true }), 'FOUND', 'BASELINE')?.result?.all?.p95Ms).toBe(7);
  });

  it('tells how figures differ, of error shares only what they are', () => {
    const rows = rowsOf(side([load('BEFORE', 200)]), 'FOUND', side([load('AFTER', 50)]), 'LEFT');

    const all = rows.filter(({ request }) => request === '');
    expect(all.find(({ metric }) => metric === 'P95_MS')).toMatchObject({ a: 200, b: 50, differencePct: -75 });
    expect(all.find(({ metric }) => metric === 'ERROR_RATE')).toMatchObject({ a: 0.01, differencePct: null });
    expect(rows.filter(({ request }) => request === 'list')).toHaveLength(5);
  });

  it('has no row for a load that one of them did not drive', () => {
    expect(rowsOf(side([load('BEFORE', 1)]), 'FOUND', side([load('BEFORE', 1, { profile: 'PEAK' })]), 'FOUND')).toEqual(
      [],
    );
  });

  it('finds nothing against two that differ in the target’s state alone', () => {
    expect(mismatches(side([load('BEFORE', 1)]), 'FOUND', side([load('AFTER', 9)]), 'LEFT')).toEqual([]);
  });

  it('names rate, scenario, machine, intensity and target', () => {
    const other = side(
      [
        load('BEFORE', 1, {
          config: { ratePerSecond: 60, requests: [{ name: 'list', method: 'GET', weight: 2 }] },
        }),
      ],
      { target: 'billing', intensity: 'THOROUGH' },
      { cpus: 4, postgres: '17.2' },
    );

    expect(mismatches(side([load('BEFORE', 1)]), 'FOUND', other, 'FOUND').map(({ what }) => what)).toEqual([
      'Target',
      'Intensity',
      'Rate of the baseline load',
      'Scenario of the baseline load',
      'CPUs of the load’s machine',
      'PostgreSQL',
    ]);
  });

  it('says so when only the target’s file was edited, and what is not known', () => {
    const edited = side([load('BEFORE', 1)], {}, { definition: 'b', postgres: '' });

    expect(mismatches(side([load('BEFORE', 1)]), 'FOUND', edited, 'FOUND').map(({ what }) => what)).toEqual([
      'The target’s file',
    ]);
    expect(unknowns(side([]), edited)).toHaveLength(1);
    expect(unknowns(side([]), side([]))).toEqual([]);
  });
});
