import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api/keys';
import { RequireSession } from './RequireSession';

afterEach(() => vi.unstubAllGlobals());

function open(at: string, answers: () => Response) {
  vi.stubGlobal('fetch', () => Promise.resolve(answers()));
  const cache = new QueryClient();
  const router = createMemoryRouter(
    [
      { path: '/login', element: <p>Login</p> },
      { element: <RequireSession />, children: [{ path: '*', element: <p>Page</p> }] },
    ],
    { initialEntries: [at] },
  );
  render(
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { cache, router };
}

const refusal = () => Response.json({ status: 401, detail: 'You are not logged in' }, { status: 401 });

describe('a page behind the login', () => {
  it('sends whoever is not logged in to the login, and tells it where they were', async () => {
    const { router } = open('/runs/7/plan?row=3', refusal);

    expect(await screen.findByText('Login')).toBeInTheDocument();
    expect(router.state.location.search).toBe('?from=%2Fruns%2F7%2Fplan%3Frow%3D3');
  });

  it('does so when the login ends while the page is open', async () => {
    let ended = false;
    const { cache, router } = open('/approvals', () =>
      ended ? refusal() : Response.json({ user: 'ana', roles: ['VIEWER'] }),
    );
    expect(await screen.findByText('Page')).toBeInTheDocument();

    ended = true;
    void cache.resetQueries({ queryKey: keys.session });

    expect(await screen.findByText('Login')).toBeInTheDocument();
    expect(router.state.location.search).toBe('?from=%2Fapprovals');
  });
});
