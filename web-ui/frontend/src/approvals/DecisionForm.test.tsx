import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api/keys';
import type { Approval, Plan, Session } from '../api/types';
import { DecisionForm } from './DecisionForm';

const approval: Approval = {
  id: 'r1-plan',
  runId: 'r1',
  target: 'shop',
  kind: 'PLAN',
  status: 'PENDING',
  requestedAt: '2026-11-21T10:00:00Z',
  expiresAt: null,
  decidedAt: null,
  decidedBy: null,
  decidedIn: null,
  comment: null,
  decision: null,
  requestedBy: 'operator',
  fourEyes: false,
  leftOut: [],
  notBefore: null,
  refusal: null,
  plan: null,
};

const plan: Plan = {
  tier: 'T2',
  summary: 'Two changes',
  document: '',
  createdAt: '2026-11-21T10:00:00Z',
  changes: ['c1', 'c2'].map((id, index) => ({
    id,
    position: index + 1,
    findingId: null,
    kind: 'CREATE_INDEX',
    statement: `CREATE INDEX ${id}`,
    undoStatement: `DROP INDEX ${id}`,
    status: 'PROPOSED',
    earned: null,
    guards: [],
    note: null,
    appliedAt: null,
    endedAt: null,
  })),
  content: {
    steps: [
      { changeId: 'c1', position: 1, needs: [] },
      { changeId: 'c2', position: 2, needs: [{ changeId: 'c1', position: 1, why: 'because' }] },
    ],
  },
};

afterEach(() => vi.unstubAllGlobals());

function show(
  roles: string[],
  answer = () => Response.json({ note: null }, { status: 202 }),
  asked: Approval = approval,
  drafted: Plan | null = null,
) {
  const calls = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(() => Promise.resolve(answer()));
  vi.stubGlobal('fetch', calls);
  document.cookie = 'XSRF-TOKEN=token';
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  cache.setQueryData<Session>(keys.session, { user: 'somebody', roles });
  cache.setQueryData<Plan | null>(keys.plan('r1'), drafted);
  render(
    <QueryClientProvider client={cache}>
      <DecisionForm approval={asked} />
    </QueryClientProvider>,
  );
  return calls;
}

describe('the decision', () => {
  it('is not offered to somebody who may not decide, who is told who can', () => {
    show(['OPERATOR']);

    expect(screen.queryByRole('button', { name: /approve/i })).not.toBeInTheDocument();
    expect(screen.getByText(/lacks the role APPROVER/)).toBeInTheDocument();
  });

  it('is sent with its comment and the CSRF token, by keyboard alone', async () => {
    const calls = show(['OPERATOR', 'APPROVER']);

    await userEvent.tab();
    await userEvent.keyboard('Quiet hour, go ahead.');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');

    expect(await screen.findByText('Your decision is recorded.')).toBeInTheDocument();
    const [path, init] = calls.mock.calls[0] ?? expect.fail('nothing was sent');
    expect(path).toBe('/api/approvals/r1-plan/decision');
    expect(JSON.parse(init.body as string)).toEqual({ decision: 'APPROVE', comment: 'Quiet hour, go ahead.' });
    expect(init.headers).toMatchObject({ 'X-XSRF-TOKEN': 'token' });
  });

  it('needs a reason for a rejection', async () => {
    const calls = show(['APPROVER']);

    await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
    expect(screen.getByText(/Say why/)).toBeInTheDocument();
    expect(calls).not.toHaveBeenCalled();

    await userEvent.type(screen.getByLabelText('Comment'), 'Not during the sale');
    await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
    expect(calls.mock.calls.filter(([path]) => path.endsWith('/decision'))).toHaveLength(1);
  });

  it('says so when somebody else was faster', async () => {
    show(['APPROVER'], () =>
      Response.json(
        { detail: 'Decided by ann.' },
        { status: 409, headers: { 'Content-Type': 'application/problem+json' } },
      ),
    );

    await userEvent.click(screen.getByRole('button', { name: 'Approve and apply' }));

    expect(await screen.findByText('Somebody has decided this already.')).toBeInTheDocument();
    expect(screen.getByText('Decided by ann.')).toBeInTheDocument();
  });

  it('may leave out changes, with what needs them, and put off the start', async () => {
    const calls = show(['APPROVER'], undefined, approval, plan);

    await userEvent.click(screen.getByLabelText(/^1\. .*c1$/));
    expect(screen.getByText(/Change 2 needs change 1/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Approve and apply' })).toBeDisabled();

    await userEvent.click(screen.getByLabelText(/^1\. .*c1$/));
    await userEvent.click(screen.getByLabelText(/^2\. .*c2$/));
    fireEvent.change(screen.getByLabelText('Not before'), { target: { value: '2026-11-21T22:00' } });
    await userEvent.click(screen.getByRole('button', { name: 'Approve and apply' }));

    const [, init] = calls.mock.calls[0] ?? expect.fail('nothing was sent');
    expect(JSON.parse(init.body as string)).toEqual({
      decision: 'APPROVE',
      comment: '',
      without: ['c2'],
      notBefore: new Date(2026, 10, 21, 22).toISOString(),
      mayTakeBack: false,
    });
  });

  it('is left to somebody else where four eyes are wanted', () => {
    show(['APPROVER'], undefined, { ...approval, fourEyes: true, requestedBy: 'somebody' });

    expect(screen.getByText('Somebody else has to approve this.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Approve and apply' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Reject' })).toBeEnabled();
  });
});
