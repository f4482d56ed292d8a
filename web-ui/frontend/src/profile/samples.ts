import type { IndexFacts, TableFacts } from '../api/stored';

/** For tests: a table and an index as a run keeps them, with what the test is about. */
export function aTable(more: Partial<TableFacts>, upkeep: Partial<TableFacts['upkeep']> = {}): TableFacts {
  return {
    schema: 'Library',
    name: 'Loan',
    kind: 'r',
    rows: 1000,
    pages: 100,
    sizeBytes: 819_200,
    inserted: 5,
    updated: 3,
    deleted: 1,
    sequentialScans: 4,
    sequentialRows: 4000,
    indexScans: 12,
    ...more,
    upkeep: {
      liveRows: 1000,
      deadRows: 10,
      modifiedSinceAnalyse: 9,
      lastAnalysed: '2026-11-20T10:00:00Z',
      lastVacuumed: null,
      hotUpdated: 2,
      expectedPages: 80,
      ...upkeep,
    },
  };
}

export function anIndex(more: Partial<IndexFacts>): IndexFacts {
  return {
    schema: 'Library',
    table: 'Loan',
    name: 'loan_by_member',
    method: 'btree',
    unique: false,
    primary: false,
    valid: true,
    keys: [{ expression: 'member', descending: false }],
    include: [],
    predicate: null,
    sizeBytes: 81_920,
    scans: 12,
    made: { definition: '', constraint: false, scansEver: 40 },
    ...more,
  };
}
