import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api/keys';
import type { Info } from '../api/types';
import { LoginPage } from './LoginPage';

const INFO: Info = { version: '1', operateUrl: null, localMode: false, localUsers: true, oidcLabel: null };

afterEach(() => vi.unstubAllGlobals());

function open(info: Partial<Info>, at = '/login', answer = () => Response.json({}, { status: 200 })) {
  vi.stubGlobal('fetch', () => Promise.resolve(answer()));
  document.cookie = 'XSRF-TOKEN=token';
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  cache.setQueryData<Info>(keys.info, { ...INFO, ...info });
  const router = createMemoryRouter(
    [
      { path: '/login', element: <LoginPage /> },
      { path: '*', element: <p>Elsewhere</p> },
    ],
    { initialEntries: [at] },
  );
  render(
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}

async function signIn() {
  await userEvent.type(screen.getByLabelText('User name'), 'ana');
  await userEvent.type(screen.getByLabelText('Password'), 'geheim');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('the login page', () => {
  it('leads to the provider, and takes along where one was', () => {
    open({ oidcLabel: 'Sign in at work' }, '/login?from=%2Fruns%2F7%3Ftab%3Dplan');

    expect(screen.getByRole('link', { name: 'Sign in at work' })).toHaveAttribute(
      'href',
      '/api/login/oidc?from=%2Fruns%2F7%3Ftab%3Dplan',
    );
  });

  it('asks for no password where there are no local users', () => {
    open({ oidcLabel: 'Sign in at work', localUsers: false });

    expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
  });

  it('shows no button without a provider', () => {
    open({});

    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getByLabelText('Password')).toBeInTheDocument();
  });

  it('says why one came back without being let in', () => {
    open({ oidcLabel: 'Sign in at work' }, '/login?refused=no-role');

    expect(screen.getByText('You are known, but have no role in Perfloop.')).toBeInTheDocument();
  });

  it('goes back to where one was, and nowhere else', async () => {
    const router = open({}, '/login?from=%2F%2Felsewhere.example');

    await signIn();

    expect(await screen.findByText('Elsewhere')).toBeInTheDocument();
    expect(router.state.location.pathname).toBe('/');
  });

  it('says how long to wait after too many failures', async () => {
    const mend = 'Wait 42 s, then try once more.';
    open({}, '/login', () => Response.json({ status: 429, detail: 'Too many logins failed.', mend }, { status: 429 }));

    await signIn();

    expect(await screen.findByText(`Too many logins failed. ${mend}`)).toBeInTheDocument();
  });
});
