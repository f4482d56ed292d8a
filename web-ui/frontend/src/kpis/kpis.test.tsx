import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { kpis } from '../../dev/kpis.mjs';
import { KpisPage } from './KpisPage';
import type { KpisOfTargets } from './queries';
import { daysOf, lasting, saidOf, unjudgedAt, unjudgedInWords } from './shown';

afterEach(() => vi.unstubAllGlobals());

const WORLD = { targets: [{ name: 'shop' }] };

function open(answer: (days: number) => Response, at = '/monitoring') {
  const asked: number[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    const days = Number(new URL(path, 'http://localhost').searchParams.get('days'));
    asked.push(days);
    return Promise.resolve(answer(days));
  });
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={cache}>
      <MemoryRouter initialEntries={[at]}>
        <KpisPage />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return asked;
}

const known = (days: number) => Response.json(kpis(WORLD, days));

function tile(title: string) {
  return within(screen.getByRole('heading', { level: 3, name: title }).parentElement ?? expect.fail());
}

describe('how well monitoring works', () => {
  it('is said for all targets, with the way to what has no verdict yet', async () => {
    open(known);

    expect(await screen.findByText('99.1 %')).toBeVisible();
    expect(tile('Accuracy').getByText('83.3 %')).toBeVisible();
    expect(tile('Accuracy').getByRole('img', { name: '5 real, 1 noise, 5 without a verdict' })).toBeVisible();
    expect(screen.getByRole('link', { name: '5 alerts have no verdict yet' })).toHaveAttribute(
      'href',
      '/alerts?resolved=true&unjudged=true&days=30',
    );
    expect(tile('Response time').getByText('8.4 s')).toBeVisible();
    expect(tile('Recovery').getByText(/95 % within 1 h 23 min/)).toBeVisible();
  });

  it('is said for each target, and what nothing is known of is not called zero', async () => {
    open(known);

    const row = within(await screen.findByRole('row', { name: /billing-service/ }));
    expect(row.getByRole('link', { name: '2 alerts have no verdict yet of billing-service' })).toHaveAttribute(
      'href',
      '/alerts?resolved=true&unjudged=true&days=30&target=billing-service',
    );
    expect(row.getByRole('link', { name: 'billing-service' })).toHaveAttribute(
      'href',
      '/targets/billing-service/monitoring',
    );
    expect(within(screen.getByRole('row', { name: /warehouse/ })).getAllByText('not known')).toHaveLength(6);
  });

  it('is asked for the time in the address', async () => {
    const asked = open(known, '/monitoring?days=7');
    await userEvent.selectOptions(await screen.findByLabelText('Time'), 'Last day');

    expect(await screen.findByRole('link', { name: '5 alerts have no verdict yet' })).toHaveAttribute(
      'href',
      '/alerts?resolved=true&unjudged=true&days=1',
    );
    expect(asked).toEqual([7, 1]);
  });

  it('says what to do where nothing is watched', async () => {
    open((days) => Response.json(kpis({ targets: [] }, days)));

    expect(await screen.findByText('Nothing is watched yet.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Targets' })).toHaveAttribute('href', '/targets');
  });

  it('says what is missing where there was no alert', async () => {
    const quiet = (days: number): KpisOfTargets => {
      const { targets } = kpis(WORLD, days);
      const [warehouse] = targets.filter(({ target }) => target === 'warehouse');
      return warehouse ? { all: { ...warehouse, target: null }, targets: [warehouse] } : expect.fail();
    };
    open((days) => Response.json(quiet(days)));

    expect(await screen.findByText(/No reading is rolled up yet/)).toBeVisible();
    expect(screen.getByText(/there is nothing to judge/)).toBeVisible();
    expect(screen.getByText(/nobody had to be told/)).toBeVisible();
    expect(screen.getByText(/nothing had to recover/)).toBeVisible();
  });

  it('offers to try again where it could not be loaded', async () => {
    open(() => Response.json({ status: 500, detail: 'The database is away.' }, { status: 500 }));

    expect(await screen.findByText('The database is away.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  });
});

describe('its words', () => {
  it('count what has no verdict', () => {
    const { all } = kpis(WORLD, 30);

    expect(saidOf(all)).toEqual({ real: 5, noise: 1, none: 5 });
    expect(unjudgedInWords(1)).toBe('1 alert has no verdict yet');
    expect(unjudgedAt(7, 'a&b')).toBe('/alerts?resolved=true&unjudged=true&days=7&target=a%26b');
  });

  it('hold times that are known, and none that are not', () => {
    expect(lasting(null)).toBeNull();
    expect(lasting(0.25)).toBe('250 ms');
    expect(lasting(754)).toBe('12 min 34 s');
    expect(daysOf('7')).toBe(7);
    expect(daysOf('8')).toBe(30);
  });
});
