import { Tag } from '@carbon/react';
import type { Outcome, Run } from '../api/types';
import { words } from '../format/figures';

type TagType =
  'red' | 'magenta' | 'purple' | 'blue' | 'teal' | 'green' | 'gray' | 'cool-gray' | 'warm-gray' | 'outline';

const OUTCOMES: Record<Outcome, { type: TagType; label: string }> = {
  TARGETS_MET: { type: 'green', label: 'Targets met' },
  ACCEPTABLE: { type: 'teal', label: 'Acceptable' },
  ROLLED_BACK: { type: 'magenta', label: 'Rolled back' },
  ESCALATED: { type: 'purple', label: 'Escalated' },
  REJECTED: { type: 'warm-gray', label: 'Rejected' },
  INCONCLUSIVE: { type: 'cool-gray', label: 'Inconclusive' },
  GUARDS_HELD: { type: 'green', label: 'Guards held' },
  GUARDS_BROKEN: { type: 'red', label: 'Regressed' },
  CALIBRATED: { type: 'green', label: 'Calibrated' },
  CANCELLED: { type: 'gray', label: 'Cancelled' },
  FAILED: { type: 'red', label: 'Failed' },
};

export function outcomeLabel(outcome: Outcome): string {
  return OUTCOMES[outcome].label;
}

/** A run in a list of other things is known by less. */
type Tagged = Pick<Run, 'status' | 'outcome'> & Partial<Pick<Run, 'cancelRequested' | 'incident' | 'waitingFor'>>;

/** What a run's state amounts to for somebody who looks at it now. */
export function RunTag({ run, size = 'sm' }: { run: Tagged; size?: 'sm' | 'md' }) {
  if (run.outcome) {
    const { type, label } = OUTCOMES[run.outcome];
    return (
      <Tag type={type} size={size}>
        {label}
      </Tag>
    );
  }
  if (run.cancelRequested) {
    return (
      <Tag type="gray" size={size}>
        Cancelling
      </Tag>
    );
  }
  if (run.incident) {
    return (
      <Tag type="red" size={size}>
        Incident
      </Tag>
    );
  }
  if (run.waitingFor) {
    return (
      <Tag type="high-contrast" size={size}>
        Waiting for approval
      </Tag>
    );
  }
  return (
    <Tag type="blue" size={size}>
      {run.status === 'REQUESTED' ? 'Requested' : 'Running'}
    </Tag>
  );
}

export function WordTag({ code, type = 'cool-gray' }: { code: string; type?: TagType }) {
  return (
    <Tag type={type} size="sm">
      {words(code)}
    </Tag>
  );
}
