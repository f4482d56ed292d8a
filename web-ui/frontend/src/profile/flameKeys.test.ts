import { describe, expect, it } from 'vitest';
import { reachedBy, type Frame } from './flameKeys';

interface Named extends Frame {
  name: string;
}

function frame(name: string, value: number, ...children: Named[]): Named {
  const made: Named = { name, value, parent: null, children };
  children.forEach((child) => (child.parent = made));
  return made;
}

describe('a walk through the flame graph', () => {
  const [left, narrow, right] = [frame('left', 3), frame('narrow', 1), frame('right', 6, frame('top', 6))];
  const main = frame('main', 10, left, narrow, right);
  const root = frame('all', 10, main);
  const isDrawn = (one: Named) => one !== narrow;
  const to = (key: string, from: Named) => reachedBy(key, from, isDrawn)?.name;

  it('goes up to the widest frame called and down to the caller', () => {
    expect(to('ArrowUp', root)).toBe('main');
    expect(to('ArrowUp', main)).toBe('right');
    expect(to('ArrowDown', right)).toBe('main');
    expect(to('Home', left)).toBe('all');
  });

  it('goes to the sides past what is too narrow to be drawn', () => {
    expect(to('ArrowRight', left)).toBe('right');
    expect(to('ArrowLeft', right)).toBe('left');
  });

  it('ends at the edges and beside what zooming has hidden', () => {
    expect(to('ArrowUp', left)).toBeUndefined();
    expect(to('ArrowRight', right)).toBeUndefined();
    expect(to('ArrowDown', root)).toBeUndefined();
    expect(to('Tab', main)).toBeUndefined();
    expect(reachedBy('ArrowLeft', frame('alone', 1), () => true)).toBeNull();
    left.value = 0;
    expect(to('ArrowLeft', right)).toBeUndefined();
  });
});
