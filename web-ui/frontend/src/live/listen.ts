import { EVENT_NAMES, parseEvent, type LiveEvent } from './events';
import type { LiveState } from './LiveContext';

export interface Listener {
  onEvent(event: LiveEvent): void;
  onState(state: LiveState): void;
  /** The stream is back after a break in which events may have been missed. */
  onGap(): void;
  /** The server closed the door for good; the session may have ended. */
  onRefused(): void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/**
 * Listens until the returned function is called. A dropped connection is resumed by the browser itself with
 * Last-Event-ID; a refused one is tried again here with growing waits, resuming by query parameter.
 */
export function listen(url: string, listener: Listener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let lastId = '';
  let broken = false;
  let stopped = false;

  const take = (message: MessageEvent<string>) => {
    lastId = message.lastEventId || lastId;
    const event = parseEvent(message.data);
    if (event) {
      listener.onEvent(event);
    }
  };

  const open = () => {
    const opened = new EventSource(lastId ? `${url}?lastEventId=${encodeURIComponent(lastId)}` : url);
    source = opened;
    EVENT_NAMES.forEach((name) => opened.addEventListener(name, take as (event: Event) => void));
    opened.onopen = () => {
      wait = FIRST_WAIT_MS;
      listener.onState('live');
      if (broken) {
        broken = false;
        listener.onGap();
      }
    };
    opened.onerror = () => {
      if (stopped) {
        return;
      }
      broken = true;
      listener.onState('broken');
      if (opened.readyState === EventSource.CLOSED) {
        listener.onRefused();
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      }
    };
  };

  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
