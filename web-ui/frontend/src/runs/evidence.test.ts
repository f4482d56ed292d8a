import { describe, expect, it } from 'vitest';
import { readEvidence } from './evidence';

describe('the evidence chain', () => {
  it('goes from endpoint over statement and plan node to the change, and keeps the rest by name', () => {
    const { chain, reason, others } = readEvidence(
      {
        requests: ['order-history'],
        requestsHow: 'inferred from call counts',
        statement: { queryId: '1', text: 'SELECT 1', calls: 612, meanMs: 183.4, dbTimeSharePct: 46 },
        otherStatements: [],
        planNode: {
          type: 'Seq Scan',
          relation: 'public.orders',
          filter: 'customer_id = $1',
          estimatedRows: 20,
          cost: 11204,
          costWithIndex: 12,
        },
        reason: 'Each call read the whole table.',
        surpriseFactor: 3,
      },
      {
        kind: 'CREATE_INDEX',
        schema: 'public',
        table: 'orders',
        columns: [{ expression: 'customer_id' }, { expression: 'placed_at', direction: 'DESC' }],
        predicate: null,
        include: ['total'],
      },
    );

    expect(chain.map(({ station, headline }) => [station, headline])).toEqual([
      ['Endpoint', 'order-history'],
      ['Statement', 'SELECT 1'],
      ['Plan node', 'Seq Scan on public.orders'],
      ['Change', 'Index on public.orders\n(customer_id, placed_at DESC)\nINCLUDE (total)'],
    ]);
    expect(reason).toBe('Each call read the whole table.');
    expect(others).toEqual([['Surprise factor', '3']]);
  });

  it('says so when no request is known', () => {
    expect(readEvidence({ requests: [], requestsHow: 'not traced' }, null).chain).toMatchObject([
      { headline: 'Not known', details: [['How known', 'not traced']] },
    ]);
  });

  it('shows a change of an unknown kind by its words', () => {
    expect(readEvidence({}, { kind: 'RESIZE_POOL', size: 20 }).chain).toMatchObject([{ headline: 'Resize pool' }]);
  });

  it.each([null, 'words', 42, []])('is empty for evidence it cannot read: %j', (evidence) => {
    expect(readEvidence(evidence, null)).toEqual({
      chain: [],
      reason: null,
      others: [],
      trial: null,
      symptoms: [],
      advice: null,
    });
  });

  it('is walked as the detector built it, with what was tried, what follows and what a person is to do', () => {
    const { chain, trial, symptoms, advice } = readEvidence(
      {
        requests: ['list'],
        statement: { queryId: '1', text: 'SELECT 1', calls: 1, meanMs: 1, dbTimeSharePct: 1 },
        chain: [
          { kind: 'REQUEST', name: 'list', shows: '40 calls' },
          { kind: 'FRAME', name: 'a.B.c', shows: '93 % of the CPU' },
        ],
        trial: { how: 'HypoPG', unit: 'cost', before: 900, after: 8, note: 'It is used.' },
        symptoms: [{ kind: 'POOL_WAIT', summary: 'requests wait', impact: 20 }],
        reason: 'x',
      },
      { kind: 'CODE_ADVICE', title: 'Fetch at once', advice: '**JPA**: join fetch' },
    );

    expect(chain.map(({ station, headline }) => [station, headline])).toEqual([
      ['Endpoint', 'list'],
      ['Frame', 'a.B.c'],
    ]);
    expect(trial).toBe('HypoPG: cost 900 before, 8 after. It is used.');
    expect(symptoms).toEqual(['Pool wait: requests wait']);
    expect(advice).toEqual({ title: 'Fetch at once', text: '**JPA**: join fetch' });
  });
});
