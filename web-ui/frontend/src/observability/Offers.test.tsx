import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api/keys';
import type { Observability, Session } from '../api/types';
import { Offers } from './Offers';

const SETTING = {
  id: 'o1',
  kind: 'SET_PARAMETER',
  statement: 'ALTER DATABASE shop SET track_io_timing = on',
  undoStatement: 'ALTER DATABASE shop RESET track_io_timing',
  status: 'PROPOSED',
  note: null,
  appliedAt: null,
} as const;
const SHOWN = {
  id: 'w1',
  kind: 'SHOW',
  wishedBy: 'operator',
  wishedAt: '2026-11-21T10:00:00Z',
  fulfilledAt: '2026-11-21T10:00:01Z',
  note: 'compute_query_id: only a superuser may set it',
} as const;

afterEach(() => vi.unstubAllGlobals());

function show(known: Observability, roles = ['OPERATOR', 'APPROVER']) {
  const calls = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>((_path, init) =>
    Promise.resolve(init?.method === 'POST' ? Response.json({}, { status: 202 }) : Response.json(known)),
  );
  vi.stubGlobal('fetch', calls);
  document.cookie = 'XSRF-TOKEN=token';
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  cache.setQueryData<Session>(keys.session, { user: 'somebody', roles });
  render(
    <QueryClientProvider client={cache}>
      <Offers target="shop & co" />
    </QueryClientProvider>,
  );
  return () => calls.mock.calls.filter(([, init]) => init?.method === 'POST').map(([path]) => path);
}

describe('what Perfloop may switch on', () => {
  it('is asked for first, and shown as the exact statements', async () => {
    const posted = show({ runId: 'r1', wish: null, offers: [] });

    await userEvent.click(await screen.findByRole('button', { name: 'See what it may switch on' }));

    expect(posted()).toEqual(['/api/targets/shop%20%26%20co/observability']);
  });

  it('is switched on at the word of an approver, and what is not offered is said', async () => {
    const posted = show({ runId: 'r1', wish: SHOWN, offers: [SETTING] });

    expect(await screen.findByText(SETTING.statement)).toBeInTheDocument();
    expect(screen.getByText(SHOWN.note)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Take back' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Switch on' }));

    expect(posted()).toEqual(['/api/targets/shop%20%26%20co/observability/apply']);
  });

  it('is taken back once it is in force', async () => {
    const posted = show({ runId: 'r1', wish: SHOWN, offers: [{ ...SETTING, status: 'APPLIED' }] });

    await userEvent.click(await screen.findByRole('button', { name: 'Take back' }));

    expect(posted()).toEqual(['/api/targets/shop%20%26%20co/observability/undo']);
  });

  it('is only read by somebody who may not decide', async () => {
    show({ runId: 'r1', wish: SHOWN, offers: [SETTING] }, ['OPERATOR']);

    expect(await screen.findByRole('button', { name: 'Switch on Takes the role approver.' })).toBeDisabled();
  });

  it('waits while the workers are at it', async () => {
    show({ runId: 'r1', wish: { ...SHOWN, fulfilledAt: null }, offers: [] });

    expect(await screen.findByText('The workers are at it …')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
