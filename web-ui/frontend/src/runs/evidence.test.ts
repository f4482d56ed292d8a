import { describe, expect, it } from 'vitest';
import { readEvidence } from './evidence';

describe('the evidence chain', () => {
  it('goes from endpoint over statement and plan node to the change, and keeps the rest by name', () => {
    const { chain, others } = readEvidence(
      {
        statement: { query: 'SELECT 1', calls: 12 },
        endpoints: [{ name: 'catalogue', p95Ms: 371 }],
        planNode: 'Seq Scan on orders',
        tableRows: 500_000,
        nothing: null,
      },
      { statement: 'CREATE INDEX ...' },
    );

    expect(chain.map(({ station, headline }) => [station, headline])).toEqual([
      ['Endpoint', 'catalogue'],
      ['Statement', 'SELECT 1'],
      ['Plan node', 'Seq Scan on orders'],
      ['Change', 'CREATE INDEX ...'],
    ]);
    expect(others).toEqual([['Table rows', '500,000']]);
  });

  it.each([null, 'words', 42, []])('is empty for evidence it cannot read: %j', (evidence) => {
    expect(readEvidence(evidence, null)).toEqual({ chain: [], others: [] });
  });
});
