import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { alertKeys } from '../api/alerts';
import { keys } from '../api/keys';
import { applyEvent } from './applyEvent';
import { LiveContext, type LiveState } from './LiveContext';
import { listen } from './listen';

/** One stream for the whole tab: browsers allow six connections a host, and a stream holds one for good. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const cache = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');

  useEffect(
    () =>
      listen('/api/events', {
        onEvent: (event) => applyEvent(cache, event),
        onState: setState,
        onGap: () => {
          for (const key of [keys.overview, keys.activeRuns, keys.runs, keys.approvals, alertKeys, ['run']]) {
            void cache.invalidateQueries({ queryKey: key });
          }
        },
        onRefused: () => void cache.invalidateQueries({ queryKey: keys.session }),
      }),
    [cache],
  );

  return <LiveContext value={state}>{children}</LiveContext>;
}
