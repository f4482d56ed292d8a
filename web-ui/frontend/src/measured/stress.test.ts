import { describe, expect, it } from 'vitest';
import { stressLoads } from '../../dev/measured.mjs';
import type { LoadTest } from '../api/types';
import { breakingPoints, byRate, stressTests } from './stress';

const loads = stressLoads as LoadTest[];

describe('stress tests', () => {
  it('tells what was at its end apart from what was not', () => {
    const [before] = stressTests(loads);

    expect(before?.breakingRate).toBe(160);
    expect(before?.words.map(({ subject }) => subject)).toEqual(['Breaking point', 'Objectives under stress']);
    expect(before?.saturated.map(({ subject }) => subject)).toEqual([
      'connection pool of the service',
      "CPU of the service's machine",
    ]);
    expect(before?.calm.map(({ subject }) => subject)).toEqual(['connections of PostgreSQL']);
  });

  it('puts steps of both tests on one axis', () => {
    const tests = stressTests(loads);
    const first = tests[0];
    if (!first) throw new Error('no test');
    const shorter = { ...first, steps: first.steps.slice(0, 2) };

    const [rates, before, after] = byRate([shorter, ...tests.slice(1)], ({ rate }) => rate);

    expect(rates).toHaveLength(8);
    expect(before).toEqual([40, 80, null, null, null, null, null, null]);
    expect(after?.every((rate) => rate !== null)).toBe(true);
  });

  it('marks breaking points, of a test that held none', () => {
    const tests = stressTests(loads);

    expect(breakingPoints(tests).map(({ at }) => at)).toEqual([160, 280]);
    expect(breakingPoints(tests.map((test) => ({ ...test, breakingRate: null })))).toEqual([]);
  });

  it('leaves out a test that was not valid or has no steps', () => {
    expect(stressTests(loads.map((load) => ({ ...load, status: 'INVALID' })))).toEqual([]);
    expect(stressTests(loads.map((load) => ({ ...load, result: null })))).toEqual([]);
  });
});
