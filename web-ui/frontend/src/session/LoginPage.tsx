import { Button, InlineNotification, PasswordInput, TextInput } from '@carbon/react';
import { ArrowRight } from '@carbon/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { signIn } from '../api/actions';
import { Problem } from '../api/problem';
import { infoQuery } from '../api/queries';
import { usePageTitle } from '../shell/usePageTitle';
import { Brand } from '../shell/Brand';

export function LoginPage() {
  usePageTitle('Sign in');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const info = useQuery(infoQuery);

  const login = useMutation({
    mutationFn: (form: FormData) => signIn(text(form, 'username'), text(form, 'password')),
    onSuccess: async () => {
      cache.clear();
      await navigate(ownPath(params.get('from')), { replace: true });
    },
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    login.mutate(new FormData(event.currentTarget));
  };

  return (
    <main className="login">
      <form className="login-box" onSubmit={submit}>
        <h1 className="login-title">
          <Brand />
        </h1>
        <p className="muted">Measure, fix, prove. Sign in to go on.</p>
        {login.error && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title="Not signed in"
            subtitle={reason(login.error)}
          />
        )}
        <TextInput id="username" name="username" labelText="User name" autoComplete="username" required />
        <PasswordInput id="password" name="password" labelText="Password" autoComplete="current-password" required />
        <Button type="submit" renderIcon={ArrowRight} disabled={login.isPending}>
          {login.isPending ? 'Signing in …' : 'Sign in'}
        </Button>
        {info.data?.localMode && (
          <p className="muted small">
            Local mode: <b>operator</b> may start runs, <b>approver</b> may also approve changes. Unless you set other
            passwords, the password is the user name.
          </p>
        )}
      </form>
      <p className="muted small">{info.data ? `Perfloop ${info.data.version}` : 'Perfloop'}</p>
    </main>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** Only paths of ours: an address from the query string must not lead elsewhere. */
function ownPath(from: string | null): string {
  return from && /^\/(?![/\\])/.test(from) ? from : '/';
}

function reason(error: Error): string {
  if (error instanceof Problem && error.status === 401) {
    return 'User name or password is wrong.';
  }
  return error.message;
}
