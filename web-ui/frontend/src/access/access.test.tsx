import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { audit, tokens } from '../../dev/access.mjs';
import { keys } from '../api/keys';
import type { Session } from '../api/types';
import { AccessPage } from './AccessPage';
import { filterIn, localTime, paramsOf } from './auditFilter';

afterEach(() => vi.unstubAllGlobals());

function open(roles: string[], at = '/access') {
  const calls = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>((path, init) => {
    const url = new URL(path, 'http://localhost');
    if (init?.method === 'POST') {
      return Promise.resolve(Response.json({ id: 't9', token: 'pfl_shown-once' }, { status: 201 }));
    }
    if (init?.method === 'DELETE') {
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    const page = { items: tokens, nextCursor: null };
    return Promise.resolve(Response.json(url.pathname === '/api/audit' ? audit(url.searchParams) : page));
  });
  vi.stubGlobal('fetch', calls);
  document.cookie = 'XSRF-TOKEN=token';
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  cache.setQueryData<Session>(keys.session, { user: 'ana', roles });
  const router = createMemoryRouter([{ path: '/access', element: <AccessPage /> }], { initialEntries: [at] });
  render(
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return {
    router,
    asked: (method: string) => calls.mock.calls.filter(([, init]) => (init?.method ?? 'GET') === method),
  };
}

describe('tokens', () => {
  it('are created with no more than one may, and shown once', async () => {
    const { asked } = open(['OPERATOR']);
    await userEvent.click(await screen.findByRole('button', { name: 'Create token' }));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).queryByLabelText(/^Approver/)).not.toBeInTheDocument();

    await userEvent.type(within(dialog).getByLabelText('Name'), 'build');
    await userEvent.click(within(dialog).getByLabelText(/^Operator/));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Create token' }));

    expect(await screen.findByText('pfl_shown-once')).toBeInTheDocument();
    expect(asked('POST').map(([path, init]) => [path, init?.body])).toEqual([
      ['/api/tokens', JSON.stringify({ name: 'build', roles: ['VIEWER', 'OPERATOR'], days: 90 })],
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'I have copied it' }));
    expect(screen.queryByText('pfl_shown-once')).not.toBeInTheDocument();
  });

  it('are revoked after a question', async () => {
    const { asked } = open(['OPERATOR']);
    await userEvent.click(await screen.findByRole('button', { name: 'Revoke build' }));
    expect(asked('DELETE')).toEqual([]);

    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: /Revoke$/ }));

    expect(asked('DELETE').map(([path]) => path)).toEqual(['/api/tokens/t1']);
  });

  it('of everybody are for an admin', async () => {
    const { asked } = open(['ADMIN']);

    await userEvent.click(await screen.findByLabelText('Show everybody’s tokens'));

    expect(await screen.findByRole('columnheader', { name: 'Owner' })).toBeInTheDocument();
    expect(asked('GET').map(([path]) => path)).toContain('/api/tokens?limit=50&everybody=true');
  });
});

describe('the audit log', () => {
  it('is not asked for by who may not see it', async () => {
    const { asked } = open(['OPERATOR', 'APPROVER']);

    await screen.findByRole('table', { name: 'API tokens' });

    expect(screen.queryByText('Audit log')).not.toBeInTheDocument();
    expect(asked('GET').map(([path]) => path)).toEqual(['/api/tokens?limit=50']);
  });

  it('tells who, how and what came of it', async () => {
    open(['ADMIN']);
    const log = await screen.findByRole('table', { name: 'Audit log' });

    expect(within(log).getByText('refused (403)')).toBeInTheDocument();
    expect(within(log).getByText('an unknown name')).toBeInTheDocument();
    expect(within(log).getByText('token build')).toBeInTheDocument();
  });

  it('is filtered by its address', async () => {
    const { asked, router } = open(['ADMIN'], '/access?who=ben');
    expect(await screen.findByRole('table', { name: 'Audit log' })).toBeInTheDocument();
    expect(asked('GET').map(([path]) => path)).toContain('/api/audit?limit=50&who=ben');

    await userEvent.type(screen.getByLabelText('Target'), 'nowhere');
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));

    expect(await screen.findByText('Nothing found.')).toBeInTheDocument();
    expect(router.state.location.search).toBe('?who=ben&target=nowhere');
  });
});

describe('a filter', () => {
  it('goes into an address and comes back', () => {
    const filter = { who: 'ana', target: '', from: '2026-11-21T08:00:00.000Z', to: '' };

    expect(filterIn(new URLSearchParams(paramsOf(filter)))).toEqual(filter);
    expect(new Date(localTime(filter.from)).toISOString()).toBe(filter.from);
  });

  it('drops a time that is none', () => {
    expect(filterIn(new URLSearchParams('from=yesterday')).from).toBe('');
    expect(localTime('')).toBe('');
  });
});
