import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerTo } from '../../dev/answers.mjs';
import { world } from '../../dev/sample.mjs';
import { keys } from '../api/keys';
import type { Session } from '../api/types';
import { ThresholdPage } from './ThresholdPage';
import { ThresholdsPage } from './ThresholdsPage';

vi.mock('../charts/PlotChart', () => ({
  PlotChart: ({ title }: { title: string }) => <div role="img" aria-label={title} />,
}));

afterEach(() => vi.unstubAllGlobals());

function open(at: string, roles = ['OPERATOR']) {
  const known = world('ended');
  const calls = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>((path, init) =>
    Promise.resolve(
      Response.json(
        init?.method ? {} : answerTo(known, { user: 'ana', roles }, new URL(path, 'http://localhost')).body,
      ),
    ),
  );
  vi.stubGlobal('fetch', calls);
  document.cookie = 'XSRF-TOKEN=token';
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  cache.setQueryData<Session>(keys.session, { user: 'ana', roles });
  render(
    <QueryClientProvider client={cache}>
      <MemoryRouter initialEntries={[at]}>
        <Routes>
          <Route path="/targets/:name/thresholds" element={<ThresholdsPage />} />
          <Route path="/targets/:name/thresholds/:series" element={<ThresholdPage />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return () =>
    calls.mock.calls.filter(([, init]) => init?.method).map(([path, init]) => [init?.method, path, init?.body]);
}

describe('the thresholds of a target', () => {
  it('say for each series what holds, and where that is from', async () => {
    open('/targets/shop/thresholds');

    expect(await screen.findByRole('link', { name: 'Connections' })).toBeVisible();
    expect(screen.getByText('above 80 %, critical above 95 %, for 5 min')).toBeVisible();
    expect(screen.getByText('the objective')).toBeVisible();

    await userEvent.click(screen.getByLabelText('Only those of their own'));
    expect(screen.getAllByRole('row')).toHaveLength(2);
    await userEvent.type(screen.getByRole('searchbox'), 'nothing like it');
    expect(screen.getByText('No such series.')).toBeVisible();
  });
});

describe('the editor', () => {
  it('tries what is written on the past, and saves it', async () => {
    const sent = open('/targets/shop/thresholds/2');
    const warning = await screen.findByLabelText('Warning (ms)');
    expect(await screen.findByText(/What holds now \(what is usual at this hour\)/)).toBeVisible();

    await userEvent.clear(warning);
    await userEvent.type(warning, '1000');
    expect(screen.getByText('This has to be at least as far beyond as the warning.')).toBeVisible();
    await userEvent.clear(screen.getByLabelText('Critical (ms)'));
    await userEvent.type(screen.getByLabelText('Critical (ms)'), '2000');

    expect(await screen.findByText('never in 7 days')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save as its own' }));
    expect(sent()).toEqual([
      [
        'PUT',
        '/api/series/2/threshold',
        '{"warning":1000,"critical":2000,"direction":"ABOVE","lastingSeconds":300,"clearShare":0.1}',
      ],
    ]);
  });

  it('takes an own one away', async () => {
    const sent = open('/targets/shop/thresholds/8');
    await userEvent.click(await screen.findByRole('button', { name: 'Take it away' }));

    expect(sent()).toEqual([['DELETE', '/api/series/8/threshold', undefined]]);
  });

  it('lets a viewer try, and not save', async () => {
    open('/targets/shop/thresholds/2', ['VIEWER']);

    expect(await screen.findByRole('button', { name: /^Save as its own/ })).toBeDisabled();
    expect(await screen.findByText(/It would have fired/)).toBeVisible();
  });
});
