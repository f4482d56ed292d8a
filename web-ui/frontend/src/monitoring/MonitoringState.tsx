import { Tag } from '@carbon/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fullTime, shortTime } from '../format/times';
import { RoleButton } from '../session/RoleButton';
import { Failure } from '../shell/States';
import { monitoringKey, switchMonitoring } from './queries';
import type { Monitoring } from './types';

const STATES = {
  OFF: { type: 'cool-gray', label: 'Off', words: 'Nothing is read beside runs.' },
  STARTING: { type: 'blue', label: 'Starting', words: 'The first assessment comes with the first cycle.' },
  ON: { type: 'green', label: 'On', words: '' },
  STALLED: {
    type: 'red',
    label: 'Stalled',
    words: 'Its process instance has not been at work for three cycles: look for an incident in Operate.',
  },
} as const satisfies Record<Monitoring['state'], { type: string; label: string; words: string }>;

/** Whether the target is watched, and what the newest assessment rests on. */
export function MonitoringState({ monitoring }: { monitoring: Monitoring }) {
  const cache = useQueryClient();
  const { target, state, assessment, everySeconds, cycleSeconds, changedBy, changedAt } = monitoring;
  const on = state !== 'OFF';
  const toggle = useMutation({
    mutationFn: () => switchMonitoring(target, !on),
    onSuccess: () => cache.invalidateQueries({ queryKey: monitoringKey(target) }),
  });
  return (
    <section className="block monitoring-state">
      <div className="form-buttons" aria-live="polite">
        <Tag type={STATES[state].type}>{STATES[state].label}</Tag>
        <RoleButton
          needs="OPERATOR"
          size="sm"
          kind={on ? 'tertiary' : 'primary'}
          disabled={toggle.isPending}
          onClick={() => toggle.mutate()}
        >
          {on ? 'Stop monitoring' : 'Start monitoring'}
        </RoleButton>
      </div>
      <p className="muted">
        {STATES[state].words} {on && `Read every ${everySeconds} s, assessed every ${cycleSeconds} s. `}
        {changedAt && `Switched ${on ? 'on' : 'off'} by ${changedBy}, ${shortTime(changedAt)}.`}
      </p>
      {toggle.data && <p className="muted">{toggle.data}</p>}
      {toggle.error && <Failure error={toggle.error} />}
      {assessment && (
        <p>
          <time dateTime={assessment.at} className="muted">
            {fullTime(assessment.at)}
          </time>{' '}
          {assessment.words}
        </p>
      )}
    </section>
  );
}
