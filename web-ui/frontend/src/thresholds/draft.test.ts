import { describe, expect, it } from 'vitest';
import { draftOf, heldAgainst, howOften, span, troublesOf, wishOf } from './draft';
import type { Firing, Preview, SeriesThreshold, Threshold } from './queries';

const HOLDS: Threshold = {
  warning: 0.8,
  critical: 0.95,
  direction: 'ABOVE',
  lastingSeconds: 300,
  clearShare: 0.1,
  from: 'DECISION',
  since: '2026-11-21T08:00:00Z',
  setBy: null,
};

const SERIES: SeriesThreshold = {
  id: 1,
  target: 'shop',
  source: 'DATABASE',
  metric: 'connections_share',
  subject: null,
  title: '',
  unit: 'share',
  value: 0.2,
  holds: HOLDS,
};

const fired = (begin: number, end: number | null, severity: Firing['severity'] = 'WARNING'): Firing => ({
  since: new Date(Date.UTC(2026, 10, 20, 0, begin)).toISOString(),
  firedAt: new Date(Date.UTC(2026, 10, 20, 0, begin)).toISOString(),
  endedAt: end === null ? null : new Date(Date.UTC(2026, 10, 20, 0, end)).toISOString(),
  severity,
  worst: 1,
});

const preview = (...firings: Firing[]): Preview => ({
  from: '2026-11-14T08:00:00Z',
  until: '2026-11-21T08:00:00Z',
  judged: 10_080,
  stepSeconds: 60,
  firings,
});

describe('a threshold that is written', () => {
  it('begins with what holds, in the units of people, and comes out as it went in', () => {
    const draft = draftOf(SERIES);

    expect(draft).toEqual({ warning: '80', critical: '95', direction: 'ABOVE', minutes: '5', clearPercent: '10' });
    expect(wishOf(draft, 'share')).toEqual({
      warning: 0.8,
      critical: 0.95,
      direction: 'ABOVE',
      lastingSeconds: 300,
      clearShare: 0.1,
    });
  });

  it('begins with twice of what it is at where nothing holds', () => {
    expect(draftOf({ ...SERIES, unit: 'ms', value: 12.5, holds: null }).warning).toBe('25');
    expect(draftOf({ ...SERIES, value: null, holds: null }).warning).toBe('');
  });

  it('is not sent while something is wrong with it', () => {
    const draft = { ...draftOf(SERIES), warning: '90', critical: '80', minutes: '-1', clearPercent: 'x' };

    expect(Object.keys(troublesOf(draft))).toEqual(['critical', 'minutes', 'clearPercent']);
    expect(wishOf(draft, 'share')).toBeNull();
    expect(troublesOf({ ...draftOf(SERIES), direction: 'BELOW', warning: '90', critical: '80' })).toEqual({});
    expect(troublesOf({ ...draftOf(SERIES), warning: ' ' })).toMatchObject({ warning: 'Write a number.' });
  });
});

describe('what it would have raised', () => {
  it('is said as people say it', () => {
    expect(howOften(preview())).toBe('never in 7 days');
    expect(howOften(preview(fired(0, 30)))).toBe('once in 7 days, 30 min in all');
    expect(howOften(preview(fired(0, 30), fired(60, 90, 'CRITICAL')))).toBe(
      '2 times in 7 days, 1 h in all, 1 critical',
    );
    expect(howOften({ ...preview(), judged: 0 })).toBe('cannot be said: there is nothing to judge in 7 days');
  });

  it('does not take for calm what is not known', () => {
    expect(howOften({ ...preview(), judged: 1_800 })).toBe('never in the 30 h known of 7 days');
    expect(howOften({ ...preview(fired(0, 30)), judged: 180, stepSeconds: 3_600 })).toBe(
      'once in 7 days, 30 min in all',
    );
  });

  it('counts what still lasts up to now', () => {
    expect(howOften({ ...preview(fired(0, null)), until: '2026-11-20T01:00:00Z', from: '2026-11-13T01:00:00Z' })).toBe(
      'once in 7 days, 1 h in all',
    );
  });

  it('says times no finer than needed', () => {
    expect([45_000, 300_000, 7_800_000, 3_600_000, 86_400_000 * 3].map(span)).toEqual([
      '45 s',
      '5 min',
      '2 h 10 min',
      '1 h',
      '3 days',
    ]);
  });

  it('says what a series is held against', () => {
    expect(heldAgainst(HOLDS, 'share')).toBe('above 80 %, critical above 95 %, for 5 min');
    expect(heldAgainst({ ...HOLDS, direction: 'BELOW', critical: 0.8, lastingSeconds: 0 }, 'share')).toBe('below 80 %');
  });
});
