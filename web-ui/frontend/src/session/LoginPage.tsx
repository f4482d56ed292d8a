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
import { LOCAL_USERS, ownPath, refusedBy } from './ways';

export function LoginPage() {
  usePageTitle('Sign in');
  const [params] = useSearchParams();
  const info = useQuery(infoQuery);
  const from = ownPath(params.get('from'));
  const refused = refusedBy(params.get('refused'));
  return (
    <main className="login">
      <div className="login-box">
        <h1 className="login-title">
          <Brand />
        </h1>
        <p className="muted">Measure, fix, prove. Sign in to go on.</p>
        {refused && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={refused.title}
            subtitle={refused.subtitle}
          />
        )}
        {info.data?.oidcLabel && (
          <Button href={`/api/login/oidc?from=${encodeURIComponent(from)}`} renderIcon={ArrowRight}>
            {info.data.oidcLabel}
          </Button>
        )}
        {info.data?.localUsers !== false && <PasswordForm from={from} second={!!info.data?.oidcLabel} />}
        {info.data?.localMode && <p className="muted small">{LOCAL_USERS}</p>}
      </div>
      <p className="muted small">{info.data ? `Perfloop ${info.data.version}` : 'Perfloop'}</p>
    </main>
  );
}

/** @param second whether there is another way in, which is the usual one */
function PasswordForm({ from, second }: { from: string; second: boolean }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const login = useMutation({
    mutationFn: (form: FormData) => signIn(text(form, 'username'), text(form, 'password')),
    onSuccess: async () => {
      cache.clear();
      await navigate(from, { replace: true });
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    login.mutate(new FormData(event.currentTarget));
  };
  return (
    <form className="login-form" onSubmit={submit} aria-label="Sign in with a password">
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
      <Button type="submit" kind={second ? 'tertiary' : 'primary'} renderIcon={ArrowRight} disabled={login.isPending}>
        {login.isPending ? 'Signing in …' : 'Sign in'}
      </Button>
    </form>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function reason(error: Error): string {
  if (error instanceof Problem && error.status === 401) {
    return 'User name or password is wrong.';
  }
  return error instanceof Problem && error.mend ? `${error.message} ${error.mend}` : error.message;
}
