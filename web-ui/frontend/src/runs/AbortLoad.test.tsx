import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api/keys';
import type { LoadProgress } from '../api/stored';
import type { LoadTest, Run } from '../api/types';
import { LoadChecks } from './LoadChecks';
import { LoadProgressPanel } from './LoadProgressPanel';

vi.mock('../charts/LiveChart', () => ({ LiveChart: () => null }));

const RUN: Run = {
  id: 'r1',
  target: 'shop',
  intensity: 'QUICK',
  status: 'RUNNING',
  outcome: null,
  requestedBy: 'operator',
  requestedAt: '2026-11-21T10:00:00Z',
  startedAt: '2026-11-21T10:00:01Z',
  endedAt: null,
  processInstanceKey: null,
  operateUrl: null,
  waitingFor: null,
  waitsUntil: null,
  incident: null,
  cancelRequested: false,
  gate: false,
  calibration: false,
};
const SECOND: LoadProgress = {
  loadTestId: 'l1',
  phase: 'BEFORE',
  profile: 'PEAK',
  elapsed: 7,
  of: 40,
  rate: 80,
  p95Ms: 120,
  errors: 0,
};
const LOAD: LoadTest = {
  id: 'l1',
  phase: 'BEFORE',
  profile: 'PEAK',
  round: 1,
  attempt: 1,
  status: 'RUNNING',
  invalidReason: null,
  startedAt: '2026-11-21T10:00:00Z',
  steadyFrom: null,
  endedAt: null,
  config: {},
  checks: [],
  result: null,
  reportUrl: null,
};

afterEach(() => vi.unstubAllGlobals());

function show(load: LoadTest) {
  const calls = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>((_path, init) =>
    Promise.resolve(
      init?.method === 'POST' ? Response.json({ loadTestId: 'l1' }, { status: 202 }) : Response.json([load]),
    ),
  );
  vi.stubGlobal('fetch', calls);
  document.cookie = 'XSRF-TOKEN=token';
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  cache.setQueryData<LoadProgress[]>(keys.loadProgress('r1'), [SECOND]);
  cache.setQueryData<LoadTest[]>(keys.loads('r1'), [load]);
  render(
    <QueryClientProvider client={cache}>
      <LoadProgressPanel run={RUN} />
    </QueryClientProvider>,
  );
  return () => calls.mock.calls.filter(([, init]) => init?.method === 'POST').map(([path]) => path);
}

describe('the switch that ends a load', () => {
  it('is there while the load is driven, and works once', async () => {
    const posted = show(LOAD);

    await userEvent.click(screen.getByRole('button', { name: 'Abort the load' }));

    expect(posted()).toEqual(['/api/runs/r1/loads/abort']);
    expect(await screen.findByRole('button', { name: 'Ending the load …' })).toBeDisabled();
  });

  it('is gone with the load', () => {
    show({ ...LOAD, status: 'ABORTED' });

    expect(screen.queryByRole('button', { name: 'Abort the load' })).toBeNull();
  });
});

describe('what was looked at around a load', () => {
  it('is said in words, what could not be looked at too', () => {
    render(
      <LoadChecks
        load={{
          ...LOAD,
          checks: [
            { subject: 'Checkpoints', state: 'SPOILED', words: '2 checkpoints were requested.' },
            { subject: 'Autovacuum', state: 'NOT_LOOKED_AT', words: 'GRANT pg_monitor to it.' },
          ],
        }}
      />,
    );

    expect(screen.getByText('2 checkpoints were requested.', { exact: false })).toBeInTheDocument();
    expect(screen.getByText('Not looked at')).toBeInTheDocument();
  });
});
