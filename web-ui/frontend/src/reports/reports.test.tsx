import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { reports } from '../../dev/reports.mjs';
import { keys } from '../api/keys';
import type { Session } from '../api/types';
import type { TargetReport } from './queries';
import { ReportsPage } from './ReportsPage';

afterEach(() => vi.unstubAllGlobals());

function open(rows: readonly TargetReport[], roles = ['OPERATOR']) {
  const calls = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>((_, init) =>
    Promise.resolve(Response.json(init?.method ? reports[0] : rows)),
  );
  vi.stubGlobal('fetch', calls);
  document.cookie = 'XSRF-TOKEN=token';
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  cache.setQueryData<Session>(keys.session, { user: 'ana', roles });
  const router = createMemoryRouter([{ path: '/targets/:name/reports', element: <ReportsPage /> }], {
    initialEntries: ['/targets/shop/reports'],
  });
  render(
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return calls;
}

it('shows the newest that is made, and what became of the others', async () => {
  open(reports);
  const list = within(await screen.findByRole('list', { name: 'Reports' }));
  expect(list.getByText('Being made …')).toBeInTheDocument();
  expect(list.getByText(/the disk is full/)).toBeInTheDocument();
  expect(list.getByText('Asked for by ana')).toBeInTheDocument();

  const frame = screen.getByTitle(/^Report of shop, Nov 2, 2026/);
  expect(frame).toHaveAttribute('src', `/api/targets/shop/reports/${reports[1]?.id}/report.html`);
  expect(frame).toHaveAttribute('sandbox', '');

  await userEvent.click(list.getByRole('link', { name: /^Oct 26, 2026/ }));
  expect(screen.getByTitle(/^Report of shop, Oct 26, 2026/)).toBeInTheDocument();
});

it('says the time in UTC where the browser does not know the zone of a report', async () => {
  open(reports.map((report) => ({ ...report, zone: 'UTC+02:00' })));

  expect((await screen.findAllByText(/, UTC$/)).length).toBeGreaterThan(0);
});

it('asks for the last seven days by the clock of whoever asks', async () => {
  const calls = open([]);
  expect(await screen.findByText('No report yet.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Report the last seven days' }));
  const asked = calls.mock.calls.find(([, init]) => init?.method === 'POST');
  expect(asked?.[0]).toBe('/api/targets/shop/reports');
  expect(JSON.parse(asked?.[1]?.body as string)).toEqual({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
});

it('is closed to who only reads', async () => {
  open([], ['VIEWER']);
  expect(await screen.findByRole('button', { name: /Report the last seven days/ })).toBeDisabled();
});
