import { describe, expect, it } from 'vitest';
import { apart } from './ticks';

describe('ticks', () => {
  it('all stand where there is room', () => {
    expect(apart([0, 1, 2, 3], 600)).toEqual([0, 1, 2, 3]);
  });

  it('give way to those behind them where there is none', () => {
    expect(apart([0, 0.3, 1, 1.3, 2, 3, 4], 260)).toEqual([0.3, 1.3, 2, 3, 4]);
  });
});
