import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api/keys';
import type { Change, Session } from '../api/types';
import { TakeBack } from './TakeBack';

afterEach(() => vi.unstubAllGlobals());

const CHANGE = { id: 'r1-c1', kind: 'CREATE_INDEX', status: 'KEPT', undoStatement: 'DROP INDEX x' } as Change;

function open({ roles = ['APPROVER'], wishes = [] as unknown[] } = {}) {
  const calls = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>((_, init) =>
    Promise.resolve(Response.json(init?.method ? {} : wishes)),
  );
  vi.stubGlobal('fetch', calls);
  document.cookie = 'XSRF-TOKEN=token';
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  cache.setQueryData<Session>(keys.session, { user: 'ana', roles });
  render(
    <QueryClientProvider client={cache}>
      <TakeBack change={CHANGE} runId="r1" />
    </QueryClientProvider>,
  );
  return (method = 'POST') =>
    calls.mock.calls.filter(([, init]) => init?.method === method).map(([path, init]) => [path, init?.body]);
}

describe('taking a kept change back', () => {
  it('asks once more, with the statement, and sends the reason', async () => {
    const posted = open();
    await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
    expect(screen.getByText('Perfloop sends to the target: DROP INDEX x')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Reason'), 'slow writes');
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Take back' }));

    expect(posted()).toEqual([['/api/changes/r1-c1/take-back', JSON.stringify({ reason: 'slow writes' })]]);
  });

  it('takes an approver', () => {
    open({ roles: ['OPERATOR'] });

    expect(screen.getByRole('button', { name: /Take back/ })).toBeDisabled();
  });

  it('says that it is under way, and what came of it', async () => {
    open({
      wishes: [{ wishedBy: 'bob', wishedAt: new Date().toISOString(), endedAt: null, outcome: null, note: null }],
    });

    expect(await screen.findByText('Being taken back, as bob said.')).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('lets an approver give up what takes long', async () => {
    const wish = { wishedBy: 'bob', wishedAt: '2026-11-21T08:00:00Z', endedAt: null, outcome: null, note: null };
    const posted = open({ wishes: [wish] });
    await userEvent.click(await screen.findByRole('button', { name: 'Give it up' }));

    expect(posted('DELETE')).toEqual([['/api/changes/r1-c1/take-back', undefined]]);
  });

  it('says why it was refused', async () => {
    open({
      wishes: [{ wishedBy: 'bob', endedAt: '2026-11-21T08:00:00Z', outcome: 'REFUSED', note: 'A run measures.' }],
    });

    expect(await screen.findByText('Not taken back. A run measures.')).toBeVisible();
  });
});
