import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Approval, TargetHealth } from '../api/types';
import { HealthTable } from './HealthTable';
import { isMine } from './WaitingForMe';

const target = (name: string, health: TargetHealth['health'], words = ''): TargetHealth => ({
  name,
  baseUrl: 'http://localhost',
  health,
  words,
  objectives: 2,
  measuredAt: null,
  measuredBy: null,
});

describe('the overview', () => {
  it('shows what misses its objectives first, with how much', () => {
    render(
      <MemoryRouter>
        <HealthTable
          rows={[target('a', 'MET'), target('b', 'UNKNOWN', 'Not measured yet.'), target('c', 'MISSED', 'p95: 300 ms')]}
        />
      </MemoryRouter>,
    );

    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^cMissedp95: 300 ms/),
      expect.stringMatching(/^bNot known/),
      expect.stringMatching(/^aMetAll of 2 objectives/),
    ]);
  });

  it('leaves to somebody else what four eyes keep from who asked', () => {
    const approval = (fourEyes: boolean) => ({ fourEyes, requestedBy: 'ann' }) as Approval;

    expect(isMine(approval(false), 'ann')).toBe(true);
    expect(isMine(approval(true), 'ann')).toBe(false);
    expect(isMine(approval(true), 'ben')).toBe(true);
  });
});
