import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { preview, schedules, ticks } from '../../dev/schedules.mjs';
import { keys } from '../api/keys';
import type { Schedule } from '../api/schedules';
import type { Session } from '../api/types';
import { NewSchedulePage } from './NewSchedulePage';
import { SchedulePage } from './SchedulePage';
import { SchedulesPage } from './SchedulesPage';

const [NIGHTLY] = schedules;

afterEach(() => vi.unstubAllGlobals());

interface Opening {
  roles?: string[];
  rows?: readonly Schedule[];
}

function open(at: string, { roles = ['OPERATOR'], rows = schedules }: Opening = {}) {
  const calls = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>((path, init) => {
    const url = new URL(path, 'http://localhost');
    if (init?.method === 'DELETE') {
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    if (init?.method) {
      return Promise.resolve(Response.json({ schedule: NIGHTLY, delivery: 'SENT', note: null }));
    }
    if (url.pathname === '/api/targets') {
      return Promise.resolve(Response.json([{ name: 'billing' }, { name: 'shop' }]));
    }
    if (url.pathname.endsWith('/preview')) {
      return Promise.resolve(Response.json(preview(url.searchParams.get('times'), url.searchParams.get('zone'))));
    }
    if (url.pathname.endsWith('/ticks')) {
      return Promise.resolve(Response.json({ ticks, before: null }));
    }
    return Promise.resolve(Response.json(url.pathname === '/api/schedules' ? rows : NIGHTLY));
  });
  vi.stubGlobal('fetch', calls);
  document.cookie = 'XSRF-TOKEN=token';
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  cache.setQueryData<Session>(keys.session, { user: 'ana', roles });
  const router = createMemoryRouter(
    [
      { path: '/schedules', element: <SchedulesPage /> },
      { path: '/schedules/new', element: <NewSchedulePage /> },
      { path: '/schedules/:id', element: <SchedulePage /> },
    ],
    { initialEntries: [at] },
  );
  render(
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return {
    router,
    asked: (method: string) =>
      calls.mock.calls.filter(([, init]) => init?.method === method).map(([path, init]) => [path, init?.body]),
  };
}

describe('the schedules', () => {
  it('are listed with their next time on their own clock and what became of the last', async () => {
    open('/schedules');

    const nightly = within(await screen.findByRole('row', { name: /shop-k7x2p9/ }));
    expect(nightly.getByText(/Every day at 02:30/)).toBeVisible();
    expect(nightly.getByText(/Sun,? 22 Nov,? 02:30/)).toBeVisible();
    expect(nightly.getByRole('link', { name: 'Targets met' })).toHaveAttribute('href', '/runs/r-20261121-0061');
    expect(nightly.getByText(/Counts for 2 more times/)).toBeVisible();
    expect(within(screen.getByRole('row', { name: /billing-service-3fa92c/ })).getByText('paused')).toBeVisible();
  });

  it('say how to begin where there is none', async () => {
    open('/schedules', { rows: [] });

    expect(await screen.findByText(/perfloop schedule add/)).toBeVisible();
  });

  it('are looked at by those who may not change them', async () => {
    open('/schedules/shop-k7x2p9', { roles: ['VIEWER'] });

    expect(await screen.findByRole('button', { name: /^Pause/ })).toBeDisabled();
    expect(screen.getByRole('button', { name: /^Remove/ })).toBeDisabled();
    expect(screen.getByRole('button', { name: /^Save changes/ })).toBeDisabled();
  });
});

describe('a new schedule', () => {
  it('is made of simple choices for the target in the address', async () => {
    const { asked, router } = open('/schedules/new?target=shop');
    await userEvent.click(await screen.findByLabelText('Once a week'));
    await userEvent.selectOptions(screen.getByLabelText('Day'), 'Saturday');
    fireEvent.change(screen.getByLabelText('Time'), { target: { value: '04:15' } });
    fireEvent.change(screen.getByLabelText('Time zone'), { target: { value: 'Europe/Berlin' } });
    expect(await screen.findByText(/23 Nov.*02:30/)).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Add schedule' }));

    expect(asked('POST')).toEqual([
      [
        '/api/schedules',
        JSON.stringify({
          target: 'shop',
          times: '15 4 * * SAT',
          zone: 'Europe/Berlin',
          intensity: 'QUICK',
          inWindowsOnly: true,
        }),
      ],
    ]);
    expect(await screen.findByRole('heading', { name: /Every day at 02:30 on shop/ })).toBeVisible();
    expect(router.state.location.pathname).toBe('/schedules/shop-k7x2p9');
  });

  it('is told at the field what is wrong, and not made', async () => {
    open('/schedules/new');
    await userEvent.click(await screen.findByLabelText('As cron or ISO 8601'));
    fireEvent.change(screen.getByLabelText('Times'), { target: { value: '0 2 *' } });

    expect(await screen.findByText('"0 2 *" has 3 fields, not five.')).toBeVisible();
    expect(screen.getByLabelText('Times')).toBeInvalid();
    expect(screen.getByRole('button', { name: 'Add schedule' })).toBeDisabled();

    fireEvent.change(screen.getByLabelText('Times'), { target: { value: 'R/P1W' } });
    fireEvent.change(screen.getByLabelText('Time zone'), { target: { value: 'Berlin' } });
    expect(await screen.findByText(/"Berlin" is no time zone/)).toBeVisible();
  });
});

describe('one schedule', () => {
  it('shows what its times became', async () => {
    open('/schedules/shop-k7x2p9');

    const table = within(await screen.findByRole('table', { name: 'Times that were due' }));
    expect(table.getByText(/Run r-20261120-0060 was at work/)).toBeVisible();
    expect(table.getAllByRole('row')).toHaveLength(3);
  });

  it('is paused', async () => {
    const { asked } = open('/schedules/shop-k7x2p9');
    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));

    expect(asked('POST').map(([path]) => path)).toEqual(['/api/schedules/shop-k7x2p9/pause']);
  });

  it('is removed after a question', async () => {
    const { asked, router } = open('/schedules/shop-k7x2p9');
    await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove schedule' }));

    expect(await screen.findByRole('heading', { name: 'Schedules' })).toBeVisible();
    expect(asked('DELETE').map(([path]) => path)).toEqual(['/api/schedules/shop-k7x2p9']);
    expect(router.state.location.pathname).toBe('/schedules');
  });
});
