import { describe, expect, it } from 'vitest';
import { basis, curves, densities, nines, percentileAt } from './distribution';
import type { Distribution } from '../api/types';

const both: Distribution = {
  profile: 'BASELINE',
  request: '',
  percentiles: [50, 90, 99],
  edgesMs: [1, 10, 100],
  sides: [
    { phase: 'BEFORE', tests: 2, responses: 1200, ms: [10, 20, null], shares: [0.25, 0.75] },
    { phase: 'AFTER', tests: 1, responses: 600, ms: [1, 2, 3], shares: [1, 0] },
  ],
};

describe('distributions', () => {
  it('lays percentiles on an axis of nines and finds them again', () => {
    expect(nines(90)).toBeCloseTo(1);
    expect(nines(99.9)).toBeCloseTo(3);
    expect(percentileAt(nines(95))).toBe(95);
    expect(percentileAt(nines(99.99))).toBe(99.99);
  });

  it('keeps both sides on one axis, with nothing where a curve has ended', () => {
    const [x, before, after] = curves(both);

    expect(x).toHaveLength(3);
    expect(before).toEqual([10, 20, null]);
    expect(after).toEqual([1, 2, 3]);
  });

  it('closes the last bin, and draws nothing of a side that was not measured', () => {
    expect(densities(both)).toEqual([
      [1, 10, 100],
      [0.25, 0.75, 0],
      [1, 0, 0],
    ]);
    expect(densities({ ...both, sides: both.sides.slice(0, 1) })[2]).toEqual([null, null, null]);
  });

  it('says how much was laid together', () => {
    expect(basis(both)).toBe('before: 1,200 responses of 2 tests; after: 600 responses of 1 test');
  });
});
