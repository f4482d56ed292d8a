import { describe, expect, it } from 'vitest';
import type { PlanContent } from '../api/stored';
import { instantOf, objection } from './limits';

const content: PlanContent = {
  steps: [
    { changeId: 'c1', position: 1, needs: [] },
    { changeId: 'c2', position: 2, needs: [{ changeId: 'c1', position: 1, why: 'because' }] },
    { changeId: 'c3', position: 3, needs: [] },
  ],
};

describe('what an approver leaves out', () => {
  it('goes with what needs it', () => {
    expect(objection(content, ['c1'])).toBe('Change 2 needs change 1. Leave out both or none of them.');
    expect(objection(content, ['c1', 'c2'])).toBeNull();
    expect(objection(content, ['c3'])).toBeNull();
  });

  it('leaves something to do', () => {
    expect(objection(content, ['c1', 'c2', 'c3'])).toMatch(/Reject it/);
  });

  it('is not known of plans of an earlier version', () => {
    expect(objection(null, ['c1'])).toBeNull();
  });
});

describe('a change window', () => {
  it('is sent as an instant, so that both sides mean the same', () => {
    expect(instantOf('')).toBeNull();
    expect(instantOf('2026-11-21T22:00')).toBe(new Date(2026, 10, 21, 22).toISOString());
  });
});
