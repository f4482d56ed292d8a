import { useRouteError } from 'react-router';
import { Failure } from './States';

/** Shown when a page itself breaks, for instance when its code can no longer be fetched after an update. */
export function CrashPage() {
  const error = useRouteError();
  return (
    <main className="page">
      <Failure
        error={error instanceof Error ? error : new Error('This page broke.')}
        retry={() => window.location.reload()}
      />
    </main>
  );
}
