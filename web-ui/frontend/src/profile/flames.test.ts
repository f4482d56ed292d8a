import { describe, expect, it } from 'vitest';
import { hottest } from './flames';

describe('the hottest frames', () => {
  const root = {
    name: 'all',
    value: 10,
    children: [
      { name: 'main', value: 8, children: [{ name: 'walk', value: 6, children: [{ name: 'walk', value: 2 }] }] },
      { name: 'gc', value: 2 },
    ],
  };

  it('count what a frame does itself, and a recursion once in all', () => {
    expect(hottest(root, 5)).toEqual([
      { name: 'walk', self: 6, total: 6 },
      { name: 'gc', self: 2, total: 2 },
      { name: 'main', self: 2, total: 8 },
    ]);
  });

  it('are as many as asked for', () => {
    expect(hottest(root, 1)).toHaveLength(1);
    expect(hottest({ name: 'all', value: 0 }, 3)).toEqual([]);
  });
});
