import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { seriesQuery } from '../api/queries';
import { Loaded } from '../shell/Loaded';
import { WaitingLines } from '../shell/States';
import type { Drawing } from './SeriesChart';

const SeriesChart = lazy(async () => ({ default: (await import('./SeriesChart')).SeriesChart }));

const SESSIONS: Drawing = {
  title: 'Sessions of the database',
  lines: {
    active_sessions: 'At work or waiting',
    running_sessions: 'At work',
    lock_waiting_sessions: 'Waiting for a lock',
    idle_in_transaction_sessions: 'Idle in a transaction',
  },
};

export function SessionsChart({ runId }: { runId: string }) {
  const series = useQuery(seriesQuery(runId));
  return (
    <Loaded query={series}>
      {(sampled) => (
        <Suspense fallback={<WaitingLines />}>
          <SeriesChart series={sampled} drawing={SESSIONS} />
        </Suspense>
      )}
    </Loaded>
  );
}
