import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { keys } from '../api/keys';
import type { Calibration } from '../api/types';
import { runWith } from '../diagram/sampleSteps';
import { CalibrationPanel } from './CalibrationPanel';
import { CalibrationTab } from './CalibrationTab';

const CALIBRATION: Calibration = {
  runId: 'r1',
  target: 'shop',
  intensity: 'QUICK',
  status: 'ENDED',
  outcome: 'CALIBRATED',
  requestedAt: '2026-11-21T09:00:00Z',
  wanted: 6,
  tests: 5,
  leftOut: 1,
  comparisons: 15,
  falseAlarms: 0,
  falseAlarmsAtMost: 0.181,
  words: '5 alike tests',
  calibratedAt: '2026-11-21T10:00:00Z',
  cpus: 2,
  postgres: '18.1',
  stale: [],
  noise: [noise('BASELINE', ''), noise('PEAK', ''), noise('BASELINE', 'checkout')],
};

describe('the noise floor of a target', () => {
  it('is shown by profile and latency with what can be seen, single requests folded away', () => {
    show(<CalibrationPanel target="shop" />, CALIBRATION);

    expect(screen.getByText('Holds')).toBeVisible();
    expect(screen.getByText(/5 alike tests, 1 left out as invalid: 0 of 15 comparisons/)).toBeVisible();
    expect(screen.getByText(/at most 18.1 % for sure/)).toBeVisible();
    expect(cells(/p95 of all requests Baseline/)).toEqual([
      'p95 of all requests',
      'Baseline',
      '1.5 %',
      '12 %',
      '7 %',
      '5 %',
    ]);
    expect(screen.getByText('Request by request').closest('details')).not.toHaveAttribute('open');
  });

  it('is called stale where it is, with the reason and the way out', () => {
    show(<CalibrationPanel target="shop" />, { ...CALIBRATION, stale: ['PostgreSQL was 17.2, is 18.1'] });

    expect(screen.getByText('Stale')).toBeVisible();
    expect(screen.getByText('Calibrate again: PostgreSQL was 17.2, is 18.1.')).toBeVisible();
    expect(screen.getByText('./perfloop calibrate --target shop')).toBeVisible();
  });

  it('of a target that nobody calibrated is said to be a guess', () => {
    show(<CalibrationPanel target="shop" />, null);

    expect(screen.getByText(/Never calibrated: verdicts hold the noise .* to be about 2 %/)).toBeVisible();
  });
});

describe('a calibration', () => {
  it('that found nothing says why', () => {
    const words = 'Too few valid tests to compare: 2 of 3 needed.';
    show(<CalibrationTab run={runWith({ calibration: true })} steps={[]} />, {
      ...CALIBRATION,
      calibratedAt: null,
      words,
    });

    expect(screen.getByText(words)).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

function noise(profile: 'BASELINE' | 'PEAK', request: string): Calibration['noise'][number] {
  return { profile, request, metric: 'P95_MS', spreadPct: 1.5, seenByOnePct: 12, seenByTwoPct: 7, seenByThreePct: 5 };
}

function show(part: React.ReactNode, calibration: Calibration | null): void {
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  cache.setQueryData(keys.latestCalibration('shop'), calibration);
  cache.setQueryData(keys.calibration('r1'), calibration);
  render(
    <QueryClientProvider client={cache}>
      <MemoryRouter>{part}</MemoryRouter>
    </QueryClientProvider>,
  );
}

function cells(name: RegExp): (string | null)[] {
  return within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}
