import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerTo } from '../dev/answers.mjs';
import { world } from '../dev/sample.mjs';
import { routes } from './routes';
import { ThemeProvider } from './session/ThemeProvider';

// What draws by the size of things cannot draw where nothing is laid out.
vi.mock('./diagram/BpmnCanvas', () => ({ BpmnCanvas: ({ label }: { label: string }) => drawn(label) }));
vi.mock('./charts/LineChart', () => ({ LineChart: ({ title }: { title: string }) => drawn(title) }));
vi.mock('./charts/PlotChart', () => ({ PlotChart: ({ title }: { title: string }) => drawn(title) }));
vi.mock('./targets/YamlEditor', () => ({ YamlEditor: () => drawn('Editor') }));

const drawn = (label: string) => <div role="img" aria-label={label} />;

vi.setConfig({ testTimeout: 30_000 });

/** A page loads its code, then its data, then more code for it. */
const LOADED = { timeout: 10_000 };
const APPROVER = { user: 'approver', roles: ['ADMIN', 'APPROVER', 'OPERATOR'] };
const TABS = [
  'findings',
  'plan',
  'approval',
  'before-after',
  'statements',
  'requests',
  'tables',
  'server',
  'machine',
  'flame-graphs',
  'not-looked-at',
  'timeline',
  'log',
];

beforeEach(() => {
  // As index.html has it.
  document.documentElement.lang = 'en';
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  vi.stubGlobal('EventSource', SilentEvents);
  Element.prototype.scrollIntoView = vi.fn();
});

class SilentEvents {
  addEventListener(): void {
    return;
  }
  close(): void {
    return;
  }
}

async function opened(path: string, stage: Parameters<typeof world>[0]): Promise<HTMLElement> {
  const known = world(stage);
  vi.stubGlobal('fetch', (asked: string) => {
    const url = new URL(asked, 'http://localhost');
    if (url.pathname.endsWith('/validation')) {
      return Promise.resolve(Response.json({ errors: [] }));
    }
    if (url.pathname.startsWith('/api/processes/')) {
      return Promise.resolve(new Response('<definitions/>'));
    }
    const { status, body } = answerTo(known, APPROVER, url);
    return Promise.resolve(Response.json(body, { status }));
  });
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const router = createMemoryRouter(routes, {
    initialEntries: [path.replace(':run', known.current).replace(':approval', known.approvals[0]?.id ?? '')],
  });
  const { container } = render(
    <QueryClientProvider client={cache}>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </QueryClientProvider>,
  );
  await waitFor(() => {
    expect(container.querySelector('h1, h2, h3, .state-title')).not.toBeNull();
    expect(container.querySelector('.state, .state-lines')).toBeNull();
    expect(cache.isFetching()).toBe(0);
  }, LOADED);
  return container;
}

/** Colours are left out: nothing has one here. */
async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document, {
    // The frame of a report is a document of its own, and jsdom has none in it.
    iframes: false,
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false } },
  });
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
}

describe('axe finds nothing wrong', () => {
  it.each(TABS)('with the tab %s', async (tab) => {
    const page = await opened(`/runs/:run/${tab}`, 'ended');

    expect(page.querySelector('.run-tabs .state-empty, .state-failure')).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it.each(['statements', 'tables', 'server'])('with a row opened in the tab %s', async (tab) => {
    const page = await opened(`/runs/:run/${tab}`, 'ended');
    act(() => page.querySelector<HTMLElement>('.opener')?.click());

    await waitFor(() => {
      expect(page.querySelector('.opened')).not.toBeNull();
      expect(page.querySelector('.state-lines')).toBeNull();
    });
    expect(await violations()).toEqual([]);
  });

  it.each(TABS)('with the tab %s of a run that has looked at nothing yet', async (tab) => {
    const page = await opened(`/runs/r-20261120-0060/${tab}`, 'ended');

    expect(page.querySelector('.state-failure')).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it.each([
    '/',
    '/runs',
    '/runs/new?target=billing-service',
    '/runs/new?target=shop',
    '/targets',
    '/targets/shop',
    '/targets/new',
    '/targets/shop/history',
    '/targets/shop/monitoring',
    '/targets/shop/reports',
    '/targets/billing-service/monitoring',
    '/targets/shop/thresholds',
    '/targets/billing-service/thresholds',
    '/targets/shop/thresholds/2',
    '/targets/shop/thresholds/99',
    '/compare',
    '/compare?a=r-20261120-0056&b=:run',
    '/approvals',
    '/approvals/:approval',
    '/access',
    '/schedules',
    '/monitoring',
    '/alerts?resolved=true',
    '/alerts?unjudged=true&target=shop&days=30',
    '/schedules/new',
    '/schedules/shop-k7x2p9',
    '/nowhere',
  ])('with the page %s', async (path) => {
    await opened(path, 'waiting');

    expect(await violations()).toEqual([]);
  });

  it.each(['running', 'incident', 'waiting'] as const)('with a run that is %s', async (stage) => {
    await opened('/runs/:run', stage);

    expect(await violations()).toEqual([]);
  });

  it.each(['/', '/runs', '/runs/new', '/targets', '/approvals', '/monitoring'])(
    'with the page %s while there is nothing',
    async (path) => {
      await opened(path, 'empty');

      expect(await violations()).toEqual([]);
    },
  );

  it('with the login', async () => {
    await opened('/login', 'empty');

    expect(await violations()).toEqual([]);
  });
});
