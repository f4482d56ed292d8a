import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api/keys';
import type { Session } from '../api/types';
import { runWith } from '../diagram/sampleSteps';
import { StuckStep } from './StuckStep';

const INCIDENT = { elementId: 'Task_ApplyChange', message: 'The lock was not free.' };

afterEach(() => vi.unstubAllGlobals());

function show(answer: Response, roles: Session['roles'] = ['OPERATOR']) {
  const calls = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>(() => Promise.resolve(answer));
  vi.stubGlobal('fetch', calls);
  document.cookie = 'XSRF-TOKEN=token';
  const cache = new QueryClient();
  cache.setQueryData<Session>(keys.session, { user: 'ana', roles });
  render(
    <QueryClientProvider client={cache}>
      <StuckStep run={runWith({ incident: INCIDENT })} incident={INCIDENT} />
    </QueryClientProvider>,
  );
  return calls;
}

describe('a step that is stuck', () => {
  it('is retried at the word of an operator, once', async () => {
    const calls = show(new Response(null, { status: 202 }));

    await userEvent.click(screen.getByRole('button', { name: 'Retry the step' }));

    expect(await screen.findByRole('button', { name: 'Retrying …' })).toBeDisabled();
    expect(calls.mock.calls.map(([path, init]) => [init?.method, path])).toEqual([
      ['POST', `/api/runs/${runWith({}).id}/retry`],
    ]);
  });

  it('says so where the engine cannot begin it anew', async () => {
    show(
      Response.json({ detail: 'It cannot be begun anew.', mend: 'Retry the incident in Operate.' }, { status: 409 }),
    );

    await userEvent.click(screen.getByRole('button', { name: 'Retry the step' }));

    expect(await screen.findByText('Retry the incident in Operate.')).toBeInTheDocument();
  });

  it('is only read by who may not start runs', () => {
    show(new Response(), ['VIEWER']);

    expect(screen.getByRole('button', { name: 'Retry the step Takes the role operator.' })).toBeDisabled();
  });
});
