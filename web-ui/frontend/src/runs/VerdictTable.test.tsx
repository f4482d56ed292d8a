import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../api/types';
import { byProfile, METRICS } from './beforeAfter';
import { VerdictTable } from './VerdictTable';

function verdict(more: Partial<Verdict>): Verdict {
  return {
    round: 1,
    profile: 'BASELINE',
    request: '',
    metric: 'P95_MS',
    before: 409,
    after: 61,
    effectPct: -85.1,
    ciLowPct: -88,
    ciHighPct: -82,
    result: 'PASS',
    reason: 'below the objective',
    ...more,
  };
}

describe('before/after', () => {
  it('takes the last round, profiles in the order they are driven, all requests apart', () => {
    const profiles = byProfile([
      verdict({ profile: 'PEAK', round: 2 }),
      verdict({ round: 1, after: 999 }),
      verdict({ round: 2, metric: 'P99_MS' }),
      verdict({ round: 2, metric: 'P50_MS' }),
      verdict({ round: 2, request: 'checkout' }),
    ]);

    expect(profiles.map(({ profile }) => profile)).toEqual(['BASELINE', 'PEAK']);
    expect(profiles[0]?.overall.map(({ metric }) => metric)).toEqual(['P50_MS', 'P99_MS']);
    expect(profiles[0]?.requests.map(({ request }) => request)).toEqual(['checkout']);
  });

  it('shows the effect with its interval and verdict', () => {
    show([verdict({})]);

    const row = screen.getByRole('row', { name: /p95/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['p95', '409 ms', '61 ms', '−85 %', '−88 % … −82 %', 'Pass', 'below the objective']);
    expect(within(row).getByText('−85 %')).toHaveClass('is-good');
  });

  it('gives no colour to an effect whose interval holds zero, and a dash to what was not measured', () => {
    show([
      verdict({ effectPct: -4, ciLowPct: -9, ciHighPct: 2, result: 'INCONCLUSIVE' }),
      verdict({ metric: 'ERROR_RATE', before: 0, after: null, effectPct: null, ciLowPct: null, ciHighPct: null }),
    ]);

    expect(screen.getByText('−4 %')).not.toHaveClass('is-good');
    expect(within(screen.getByRole('row', { name: /Error rate/ })).getAllByText('–')).toHaveLength(3);
  });

  it('takes less throughput for a loss', () => {
    show([
      verdict({
        metric: 'THROUGHPUT',
        before: 80,
        after: 60,
        effectPct: -25,
        ciLowPct: -27,
        ciHighPct: -23,
        result: 'FAIL',
      }),
    ]);

    expect(screen.getByText('−25 %')).toHaveClass('is-bad');
  });
});

function show(rows: Verdict[]) {
  render(
    <VerdictTable
      label="Baseline"
      rows={rows}
      first={{ heading: 'Metric', of: ({ metric }) => METRICS[metric].label }}
    />,
  );
}
