import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { keys } from '../api/keys';
import type { AskedRun, Session } from '../api/types';
import { AskForRun } from './AskForRun';

function show(ask: () => Promise<AskedRun>, roles: Session['roles'] = ['OPERATOR']) {
  const cache = new QueryClient();
  cache.setQueryData<Session>(keys.session, { user: 'ana', roles });
  const router = createMemoryRouter([
    { path: '/', element: <AskForRun ask={ask}>Check the guards</AskForRun> },
    { path: '/runs/:id', element: <p>The run</p> },
  ]);
  render(
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}

describe('a run that is asked for', () => {
  it('is where one is led to', async () => {
    const router = show(() => Promise.resolve({ runId: 'r 1', delivery: 'SENT', note: null }));

    await userEvent.click(screen.getByRole('button', { name: 'Check the guards' }));

    expect(await screen.findByText('The run')).toBeInTheDocument();
    expect(router.state.location.pathname).toBe('/runs/r%201');
  });

  it('says why it cannot be, and what to do', async () => {
    show(() => Promise.reject(new Problem(409, 'The target has an active run.', 'Wait until it has ended.')));

    await userEvent.click(screen.getByRole('button', { name: 'Check the guards' }));

    expect(await screen.findByText('The target has an active run.')).toBeInTheDocument();
    expect(screen.getByText('Wait until it has ended.')).toBeInTheDocument();
  });

  it('is not for who only reads', () => {
    const ask = vi.fn<() => Promise<AskedRun>>();
    show(ask, ['VIEWER']);

    expect(screen.getByRole('button', { name: 'Check the guards Takes the role operator.' })).toBeDisabled();
  });
});
