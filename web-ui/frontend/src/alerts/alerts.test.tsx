import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { alerts, answer } from '../../dev/alerts.mjs';
import { keys } from '../api/keys';
import type { Session } from '../api/types';
import { AlertsPage } from './AlertsPage';
import { OpenAlerts } from './OpenAlerts';

afterEach(() => vi.unstubAllGlobals());

function open(page: React.ReactNode, { roles = ['OPERATOR'], at = '/alerts', rows = null as unknown[] | null } = {}) {
  const calls = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>((path, init) =>
    Promise.resolve(
      Response.json(init?.method ? alerts[0] : (rows ?? answer(new URL(path, 'http://localhost').searchParams))),
    ),
  );
  vi.stubGlobal('fetch', calls);
  document.cookie = 'XSRF-TOKEN=token';
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  cache.setQueryData<Session>(keys.session, { user: 'ana', roles });
  render(
    <QueryClientProvider client={cache}>
      <MemoryRouter initialEntries={[at]}>{page}</MemoryRouter>
    </QueryClientProvider>,
  );
  return () => calls.mock.calls.filter(([, init]) => init?.method === 'POST').map(([path, init]) => [path, init?.body]);
}

describe('the inbox', () => {
  it('shows what is beyond, where the threshold is from, and what was done', async () => {
    open(<AlertsPage />);

    expect(await screen.findByText(/p95 of checkout: 410 ms, wanted at most 200 ms/)).toBeVisible();
    expect(screen.getByText(/error rate: 2.1 %, threshold 1 % \(usual at this hour\)/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'A run began' })).toHaveAttribute('href', '/runs/r-20261121-0061');
    expect(screen.getByText(/Muted by operator until/)).toBeVisible();
    expect(screen.getByText(/^No change was taken back. No change was kept within 7 days/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Open again' })).toBeEnabled();
  });

  it('says what one does about it', async () => {
    const posted = open(<AlertsPage />);
    const path = `/api/alerts/${alerts[0].id}`;
    await userEvent.click(await screen.findByRole('button', { name: 'I look after it' }));
    await userEvent.click(screen.getByRole('button', { name: 'Mute for 4 hours' }));
    for (const noise of screen.getAllByRole('button', { name: 'This was noise' }).slice(0, 1)) {
      await userEvent.click(noise);
    }

    expect(posted()).toEqual([
      [`${path}/acknowledge`, undefined],
      [`${path}/mute`, JSON.stringify({ hours: 4 })],
      [`${path}/verdict`, JSON.stringify({ verdict: 'NOISE' })],
    ]);
  });

  it('shows what is over on demand', async () => {
    open(<AlertsPage />);
    await userEvent.click(await screen.findByLabelText('Show what is over as well'));

    expect(await screen.findByText('Over')).toBeVisible();
  });

  it('shows only what nobody judged yet where that is asked for', async () => {
    open(<AlertsPage />, { at: '/alerts?resolved=true&unjudged=true&target=shop&days=30' });

    expect(await screen.findByText(/p95 of checkout: 410 ms, wanted/)).toBeVisible();
    expect(screen.getByText(/^Only those of shop that opened within 30 days\./)).toBeVisible();
    expect(screen.queryByText('Over')).toBeNull();
    expect(screen.queryByText(/^CPU of the service/)).toBeNull();

    await userEvent.click(screen.getByLabelText('Only without a verdict'));
    expect(await screen.findByText('Over')).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'Show all' }));
    expect(await screen.findByText(/^CPU of the service/)).toBeVisible();
  });

  it('is empty where all is judged', async () => {
    open(<AlertsPage />, { at: '/alerts?unjudged=true', rows: [] });

    expect(await screen.findByText('No alert without a verdict.')).toBeVisible();
  });

  it('is empty where all is well', async () => {
    open(<AlertsPage />, { rows: [] });

    expect(await screen.findByText('No alert.')).toBeVisible();
  });

  it('lets a viewer look', async () => {
    open(<AlertsPage />, { roles: ['VIEWER'] });

    expect(await screen.findByRole('button', { name: /^I look after it/ })).toBeDisabled();
  });
});

describe('who was told', () => {
  it('is said with the tries and the answer', async () => {
    open(<AlertsPage />);

    await userEvent.click(await screen.findByText('Told ops; not yet team'));
    expect(screen.getByText(/waits, 4 tries, next at/)).toBeVisible();
    expect(screen.getByText(/answer: Connection refused/)).toBeVisible();
  });
});

describe('the overview', () => {
  it('counts the alerts that nobody looks after', async () => {
    open(<OpenAlerts />);

    expect(await screen.findByRole('link', { name: '1 open alert' })).toHaveAttribute('href', '/alerts');
  });
});
