import { describe, expect, it } from 'vitest';
import { originOf, readPlan } from './planTree';

describe('a plan', () => {
  it('marks the node that costs most by itself', () => {
    const root = readPlan([
      {
        Plan: {
          'Node Type': 'Limit',
          'Total Cost': 1010,
          'Plan Rows': 20,
          Plans: [
            {
              'Node Type': 'Seq Scan',
              Schema: 'public',
              'Relation Name': 'loan',
              'Total Cost': 1000,
              'Plan Rows': 900,
              Filter: '(member = $1)',
            },
          ],
        },
      },
    ]);

    expect(root?.costliest).toBe(false);
    expect(root?.selfCost).toBe(10);
    expect(root?.children[0]).toMatchObject({
      title: 'Seq Scan on public.loan',
      conditions: [['Filter', '(member = $1)']],
      costliest: true,
    });
  });

  it('that is none is nothing', () => {
    expect(readPlan([])).toBeNull();
    expect(readPlan('x')).toBeNull();
  });

  it('says how it was had, also in a way that is new', () => {
    expect(originOf('ANALYSED')).toContain('rolled back');
    expect(originOf('FROM_THE_LOG')).toBe('From the log');
  });
});
