import { Link } from 'react-router';
import type { Run } from '../api/types';
import { Empty } from '../shell/States';

/** For a part of the profile that is not there: either not yet, or for a reason that is said elsewhere. */
export function NotCaptured({ run, what }: { run: Run; what: string }) {
  const ended = run.status === 'ENDED';
  return (
    <Empty
      title={ended ? what : what.replace(/\.$/, ' yet.')}
      action={
        <Link to={`/runs/${encodeURIComponent(run.id)}/not-looked-at`}>What could not be looked at, and why</Link>
      }
    >
      {ended
        ? 'The run ended before the profiling load, or could not see it.'
        : 'It is captured while the profiling load is driven.'}
    </Empty>
  );
}
