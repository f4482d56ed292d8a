import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { keys } from '../api/keys';
import type { Gate, Guard } from '../api/types';
import { runWith } from '../diagram/sampleSteps';
import { GateTab } from './GateTab';
import { GuardsPanel } from './GuardsPanel';

const GATE: Gate = {
  runId: 'r1',
  target: 'shop',
  status: 'ENDED',
  outcome: 'GUARDS_BROKEN',
  requestedAt: '2026-11-21T10:00:00Z',
  endedAt: '2026-11-21T10:05:00Z',
  result: 'REGRESSED',
  reason: 'Regressed: p95 of all requests',
  noise: 'Noise between tests as 3 other runs showed it.',
  profiles: ['BASELINE'],
  notAsked: 4,
  checks: [
    {
      profile: 'BASELINE',
      request: '',
      metric: 'P95_MS',
      ceiling: 250,
      rate: 40,
      value: 301,
      low: 290,
      high: 312,
      result: 'REGRESSED',
      reason: 'above its ceiling',
    },
    {
      profile: 'BASELINE',
      request: 'checkout',
      metric: 'ERROR_RATE',
      ceiling: 0.02,
      rate: 40,
      value: null,
      low: null,
      high: null,
      result: 'INCONCLUSIVE',
      reason: 'no valid measurement',
    },
  ],
};

const GUARD: Guard = {
  rate: 40,
  setAt: '2026-11-20T10:00:00Z',
  looserRunId: 'r2',
  profile: 'BASELINE',
  request: 'checkout',
  metric: 'P95_MS',
  ceiling: 250,
  runId: 'r7',
  looserCeiling: 320,
};

describe('the answer of a gate', () => {
  it('is told guard by guard, and what has no data is not held', () => {
    show(<GateTab run={runWith({ gate: true })} steps={[]} />);

    expect(cells(/p95 of all requests/)).toEqual([
      'p95 of all requests',
      'Baseline',
      '250 ms',
      '301 ms',
      '290 ms … 312 ms',
      'Regressed',
      'above its ceiling',
    ]);
    expect(cells(/Error rate of checkout/).slice(3)).toEqual(['–', '–', 'Inconclusive', 'no valid measurement']);
    expect(screen.getByText(/4 guards of other profiles/)).toBeVisible();
    expect(screen.getByText(/as 3 other runs showed it/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'JUnit report' })).toHaveAttribute('href', '/api/runs/r1/gate/junit');
  });
});

describe('the guards of a target', () => {
  it('come with the run that verified them, what a later one would set, and the files for other tools', () => {
    show(<GuardsPanel target="shop" />);

    expect(cells(/p95 of checkout/)).toEqual(['p95 of checkout', 'Baseline', '250 ms', 'r7', '320 ms']);
    expect(screen.getByRole('link', { name: /Prometheus/ })).toHaveAttribute(
      'href',
      '/api/targets/shop/guards/prometheus',
    );
    expect(screen.getByText('2 guards were lifted.')).toBeVisible();
    expect(screen.getByRole('link', { name: /Grafana/ })).toHaveAttribute('href', '/api/targets/shop/guards/grafana');
  });
});

function show(part: React.ReactNode): void {
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  cache.setQueryData(keys.gate('r1'), GATE);
  cache.setQueryData(keys.guards('shop'), { target: 'shop', guards: [GUARD], lifted: '2 guards were lifted.' });
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
