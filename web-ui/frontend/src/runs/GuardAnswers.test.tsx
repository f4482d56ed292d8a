import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Change } from '../api/types';
import { ChangeList } from './ChangeList';

const CHANGE: Change = {
  id: 'c1',
  position: 1,
  findingId: null,
  kind: 'CREATE_INDEX',
  statement: 'CREATE INDEX',
  undoStatement: 'DROP INDEX',
  status: 'KEPT',
  earned: true,
  note: null,
  appliedAt: null,
  endedAt: null,
  guards: [
    { at: '2026-11-21T10:00:00Z', guard: 'LOAD', answer: 'WAIT', words: 'CPU at 91 %.' },
    { at: '2026-11-21T10:01:00Z', guard: 'LOAD', answer: 'CLEAR', words: 'CPU at 40 %.' },
  ],
};

describe('the guards of a change', () => {
  it('are told look by look', () => {
    render(<ChangeList changes={[CHANGE]} />);

    const rows = within(screen.getByRole('table', { name: 'Guards asked before the change' })).getAllByRole('row');

    expect(
      rows.slice(1).map((row) =>
        within(row)
          .getAllByRole('cell')
          .slice(1)
          .map((cell) => cell.textContent),
      ),
    ).toEqual([
      ['Load', 'Wait', 'CPU at 91 %.'],
      ['Load', 'Clear', 'CPU at 40 %.'],
    ]);
  });

  it('take no room where none was asked', () => {
    render(<ChangeList changes={[{ ...CHANGE, guards: [] }]} />);

    expect(screen.queryByRole('table')).toBeNull();
  });
});
