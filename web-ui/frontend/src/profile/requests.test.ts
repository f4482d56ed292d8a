import { describe, expect, it } from 'vitest';
import { callsOf, span } from './requests';

describe('calls of single requests', () => {
  it('are a number where all are alike and a span where they differ', () => {
    expect(span([3, 3])).toBe('3');
    expect(span([40, 12, 30])).toBe('12 to 40');
    expect(span([])).toBe('–');
  });

  it('add up over the statements', () => {
    const statement = { queryId: '1', query: 'x', rows: [], msPerRequest: 1 };
    expect(
      callsOf({
        name: 'list',
        sent: 2,
        quiet: true,
        transactions: 1,
        meanMs: 9,
        answerBytes: 10,
        statements: [
          { ...statement, calls: [1, 1] },
          { ...statement, calls: [10, 20] },
        ],
      }),
    ).toBe(16);
  });
});
