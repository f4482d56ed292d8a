import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen } from './listen';

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  close = vi.fn();

  constructor(readonly url: string) {
    super();
    FakeSource.opened.push(this);
  }

  say(id: string, data: unknown) {
    this.dispatchEvent(new MessageEvent('step', { data: JSON.stringify(data), lastEventId: id }));
  }

  refuse() {
    this.readyState = FakeSource.CLOSED;
    this.onerror?.();
  }
}

const last = () => FakeSource.opened.at(-1) ?? expect.fail('no stream was opened');
const listener = () => ({ onEvent: vi.fn(), onState: vi.fn(), onGap: vi.fn(), onRefused: vi.fn() });

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.opened = [];
  vi.stubGlobal('EventSource', FakeSource);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the live stream', () => {
  it('is opened again after a refusal, resumes after the last event and tells of the gap', () => {
    const heard = listener();
    listen('/api/events', heard);
    last().onopen?.();
    last().say('41', { runId: 'r1', at: 'now', kind: 'ENDED', payload: { outcome: 'FAILED' } });
    last().refuse();
    expect(heard.onState).toHaveBeenLastCalledWith('broken');

    vi.advanceTimersByTime(1_000);
    expect(last().url).toBe('/api/events?lastEventId=41');
    last().onopen?.();

    expect(heard.onEvent).toHaveBeenCalledTimes(1);
    expect(heard.onState).toHaveBeenLastCalledWith('live');
    expect(heard.onGap).toHaveBeenCalledTimes(1);
  });

  it('stays closed once it is left', () => {
    const stop = listen('/api/events', listener());
    last().refuse();
    stop();

    vi.advanceTimersByTime(60_000);

    expect(FakeSource.opened).toHaveLength(1);
    expect(last().close).toHaveBeenCalled();
  });
});
