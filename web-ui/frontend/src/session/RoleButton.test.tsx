import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { keys } from '../api/keys';
import type { Session } from '../api/types';
import { RoleButton } from './RoleButton';

function show(roles: string[] | null) {
  const cache = new QueryClient();
  if (roles) {
    cache.setQueryData<Session>(keys.session, { user: 'ana', roles });
  }
  render(
    <QueryClientProvider client={cache}>
      <RoleButton needs="OPERATOR">Start run</RoleButton>
    </QueryClientProvider>,
  );
}

describe('a button that takes a role', () => {
  it('works for who has it', () => {
    show(['OPERATOR']);

    expect(screen.getByRole('button', { name: 'Start run' })).toBeEnabled();
  });

  it('says which role it takes to who has not', () => {
    show(['VIEWER', 'ADMIN']);

    expect(screen.getByRole('button', { name: 'Start run Takes the role operator.' })).toBeDisabled();
  });

  it('leaves it to the server as long as nothing is known', () => {
    show(null);

    expect(screen.getByRole('button', { name: 'Start run' })).toBeEnabled();
  });
});
