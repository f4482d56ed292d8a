import type { LoadProgress } from '../api/stored';
import type { Outcome, Step } from '../api/types';

interface OfRun {
  runId: string;
  at: string;
}

interface OfTarget {
  target: string;
  at: string;
}

/** One entry of the feed as the server sends it; the SSE event's name is only for listeners that filter. */
export type LiveEvent =
  | (OfRun &
      (
        | { kind: 'STEP'; payload: Step }
        | { kind: 'LOAD'; payload: LoadProgress }
        | { kind: 'APPROVAL'; payload: { approvalId: string; kind: string; status: string } }
        | { kind: 'ENDED'; payload: { outcome: Outcome } }
      ))
  | (OfTarget & { kind: 'ALERT'; payload: { alertId: string; family: string; severity: string; state: string } });

export const EVENT_NAMES = ['step', 'progress', 'approval', 'ended', 'alert', 'message'] as const;

export function parseEvent(data: string): LiveEvent | null {
  try {
    const event = JSON.parse(data) as Partial<OfRun & OfTarget & LiveEvent>;
    return (event.runId || event.target) && event.kind && event.payload ? whole(event as LiveEvent) : null;
  } catch {
    return null;
  }
}

/** The journal may leave out what is not known yet, and writes its ids as numbers. */
function whole(event: LiveEvent): LiveEvent {
  const unknown = { callerElement: null, progress: null, message: null, endedAt: null };
  if (event.kind !== 'STEP') {
    return event;
  }
  const { id } = event.payload as { id?: string | number };
  return { ...event, payload: { ...unknown, ...event.payload, ...(id === undefined ? {} : { id: `${id}` }) } };
}
