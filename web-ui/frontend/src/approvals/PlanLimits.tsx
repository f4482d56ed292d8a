import { Checkbox, CheckboxGroup, TextInput } from '@carbon/react';
import type { Approval, Change } from '../api/types';
import { words } from '../format/figures';

interface PlanLimitsProps {
  kind: Approval['kind'];
  changes: Change[];
  without: string[];
  onWithout: (ids: string[]) => void;
  notBefore: string;
  onNotBefore: (local: string) => void;
  mayTakeBack: boolean;
  onMayTakeBack: (may: boolean) => void;
  objection: string | null;
}

/** What of a plan is approved, and from when on. */
export function PlanLimits({
  kind: asked,
  changes,
  without,
  onWithout,
  notBefore,
  onNotBefore,
  mayTakeBack,
  onMayTakeBack,
  objection,
}: PlanLimitsProps) {
  return (
    <>
      {changes.length > 1 && (
        <CheckboxGroup
          legendText={asked === 'PLAN' ? 'Apply these changes' : 'These are done'}
          helperText="What is not ticked is skipped, and never applied in this run."
          invalid={objection !== null}
          invalidText={objection ?? ''}
        >
          {changes.map(({ id, position, kind, statement }) => (
            <Checkbox
              key={id}
              id={`apply-${id}`}
              labelText={`${position}. ${words(kind)}: ${statement}`}
              checked={!without.includes(id)}
              onChange={(_, { checked }) =>
                onWithout(checked ? without.filter((other) => other !== id) : [...without, id])
              }
            />
          ))}
        </CheckboxGroup>
      )}
      {asked === 'PLAN' && (
        <>
          <TextInput
            id="not-before"
            type="datetime-local"
            labelText="Not before"
            helperText="The change window, in your time. Empty: at once."
            value={notBefore}
            onChange={(event) => onNotBefore(event.target.value)}
          />
          <Checkbox
            id="may-take-back"
            labelText="An alert may take back what is kept, without asking again"
            checked={mayTakeBack}
            onChange={(_, { checked }) => onMayTakeBack(checked)}
          />
        </>
      )}
    </>
  );
}
