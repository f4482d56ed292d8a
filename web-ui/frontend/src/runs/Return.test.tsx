import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { keys } from '../api/keys';
import type { Known, Roi } from '../api/roi';
import { Return } from './Return';

const lacking: Known = { value: null, origin: 'Nobody says costs.instances' };
const roi: Roi = {
  currency: 'EUR',
  capacityBefore: { value: 100, origin: 'breaking point of the stress test' },
  capacityAfter: lacking,
  instancesBefore: lacking,
  instancesAfter: lacking,
  computeBefore: lacking,
  computeAfter: lacking,
  storageAdded: { value: 0.5, origin: 'plan' },
  savedPerMonth: lacking,
  runCost: { value: 120, origin: 'hours of work x price of an hour' },
  paybackMonths: lacking,
};

function show(summed: Roi | null) {
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  cache.setQueryData(keys.summary('r1'), summed);
  render(
    <QueryClientProvider client={cache}>
      <Return runId="r1" />
    </QueryClientProvider>,
  );
}

describe('the return on a run', () => {
  it('shows each figure with its origin, and what is lacking where one is not known', () => {
    show(roi);

    expect(screen.getByRole('row', { name: /Capacity before 100 requests\/s breaking point/ })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /Work on this run 120 EUR/ })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /Saved not known Nobody says costs.instances/ })).toBeInTheDocument();
  });

  it('is not there for a run that an earlier version summed up', () => {
    show(null);

    expect(screen.queryByText('Return')).not.toBeInTheDocument();
  });
});
