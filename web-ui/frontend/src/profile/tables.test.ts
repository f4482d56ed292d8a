import { describe, expect, it } from 'vitest';
import { anIndex, aTable } from './samples';
import { bloatShare, deadShare, definitionOf, marksOf, ofTable, rowsPerSequentialScan } from './tables';

describe('a table', () => {
  it('has no share of what it has nothing of', () => {
    const empty = aTable({ pages: 0, sequentialScans: 0 }, { liveRows: 0, deadRows: 0 });
    expect([deadShare(empty), bloatShare(empty), rowsPerSequentialScan(empty)]).toEqual([null, null, null]);
    expect(bloatShare(aTable({ pages: 10 }, { expectedPages: 0 }))).toBeNull();
  });

  it('is bloated by the pages its rows would not fill', () => {
    expect(bloatShare(aTable({ pages: 100 }, { expectedPages: 25 }))).toBe(0.75);
    expect(bloatShare(aTable({ pages: 20 }, { expectedPages: 25 }))).toBe(0);
    expect(deadShare(aTable({}, { liveRows: 60, deadRows: 20 }))).toBe(0.25);
  });

  it('has the indexes of its own schema', () => {
    const indexes = [anIndex({ name: 'a' }), anIndex({ name: 'b', schema: 'archive' })];
    expect(ofTable(indexes, aTable({})).map(({ name }) => name)).toEqual(['a']);
  });
});

describe('an index', () => {
  it('is defined as PostgreSQL prints it', () => {
    const definition = 'CREATE INDEX a ON "Library"."Loan" USING btree (lower(name)) WHERE (open)';
    expect(definitionOf(anIndex({ made: { definition, constraint: false, scansEver: 1 } }))).toBe(
      'btree (lower(name)) WHERE (open)',
    );
  });

  it('is put together where the definition is not known', () => {
    const made = { definition: '', constraint: false, scansEver: 1 };
    const keys = [
      { expression: 'member', descending: false },
      { expression: 'due', descending: true },
    ];
    expect(definitionOf(anIndex({ made, keys, include: ['title'], predicate: 'open' }))).toBe(
      'btree (member, due DESC) INCLUDE (title) WHERE open',
    );
  });

  it('that guards a rule is not called unused', () => {
    const made = { definition: '', constraint: true, scansEver: 0 };
    expect(marksOf(anIndex({ unique: true, made }))).toEqual(['unique']);
    expect(marksOf(anIndex({ made: { ...made, constraint: false }, valid: false }))).toEqual(['invalid', 'never used']);
  });
});
