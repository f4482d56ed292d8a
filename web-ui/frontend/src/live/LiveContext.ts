import { createContext, use } from 'react';

export type LiveState = 'connecting' | 'live' | 'broken';

export const LiveContext = createContext<LiveState>('connecting');

/** While the stream is up, events keep the cache fresh and asking is only a safety net. */
const SAFETY_NET_MS = 60_000;
const POLLING_MS = 3_000;

export function useLive(): LiveState {
  return use(LiveContext);
}

export function useRefetchInterval(wanted = true): number | false {
  const live = useLive();
  if (!wanted) {
    return false;
  }
  return live === 'live' ? SAFETY_NET_MS : POLLING_MS;
}
