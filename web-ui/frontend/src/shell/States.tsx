import { Button, InlineLoading, InlineNotification, SkeletonText } from '@carbon/react';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem';

export function Waiting({ what }: { what: string }) {
  return (
    <div className="state" role="status">
      <InlineLoading description={`Loading ${what} …`} />
    </div>
  );
}

export function WaitingLines({ lines = 4 }: { lines?: number }) {
  return (
    <div className="state-lines" role="status" aria-label="Loading">
      <SkeletonText paragraph lineCount={lines} />
    </div>
  );
}

export function Failure({ error, retry }: { error: Error | null; retry?: () => void }) {
  const mend = error instanceof Problem ? error.mend : null;
  return (
    <div className="state-failure">
      <InlineNotification
        kind="error"
        lowContrast
        hideCloseButton
        title={error?.message ?? 'This could not be loaded.'}
        subtitle={mend ?? ''}
      />
      {retry && (
        <Button kind="tertiary" size="sm" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}

interface EmptyProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="state-empty">
      <p className="state-title">{title}</p>
      {children && <p className="muted">{children}</p>}
      {action}
    </div>
  );
}
