import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Change } from '../api/types';
import { ChangeList } from './ChangeList';

const INDEX: Change = {
  id: 'c1',
  position: 1,
  findingId: 'f1',
  kind: 'CREATE_INDEX',
  statement: 'CREATE INDEX CONCURRENTLY a ON b (c)',
  undoStatement: 'DROP INDEX CONCURRENTLY a',
  status: 'PROPOSED',
  earned: null,
  note: null,
  appliedAt: null,
  endedAt: null,
  guards: [],
};
const RISK = 'Lock: reads and writes go on.';

describe('a list of changes', () => {
  it('says of each what it sends, what takes it back and what it risks', () => {
    render(
      <ChangeList
        changes={[INDEX]}
        content={{
          steps: [
            { changeId: 'c2', position: 2, needs: [], risks: ['another'] },
            { changeId: 'c1', position: 1, needs: [], risks: [RISK] },
          ],
        }}
      />,
    );

    expect(screen.getByText(INDEX.statement)).toBeInTheDocument();
    expect(screen.getByText(INDEX.undoStatement)).toBeInTheDocument();
    expect(screen.getByText(RISK)).toBeInTheDocument();
    expect(screen.queryByText('another')).not.toBeInTheDocument();
  });

  it('leaves risks out where a plan tells none', () => {
    render(<ChangeList changes={[INDEX]} />);

    expect(screen.queryByText('Risk')).not.toBeInTheDocument();
  });
});
