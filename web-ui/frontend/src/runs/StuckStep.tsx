import { InlineNotification } from '@carbon/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { retryRun } from '../api/actions';
import { keys } from '../api/keys';
import type { Run } from '../api/types';
import { elementName } from '../diagram/elementName';
import { RoleButton } from '../session/RoleButton';
import { Failure } from '../shell/States';

interface StuckStepProps {
  run: Run;
  incident: NonNullable<Run['incident']>;
}

/** A step that cannot go on without someone's help, and the way on once they have given it. */
export function StuckStep({ run, incident }: StuckStepProps) {
  const cache = useQueryClient();
  const retry = useMutation({
    mutationFn: () => retryRun(run.id),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.run(run.id) }),
  });
  return (
    <div className="call-to-decide">
      <InlineNotification
        kind="error"
        lowContrast
        hideCloseButton
        title={`${elementName(incident.elementId)} is stuck.`}
        subtitle={`${incident.message ?? ''} Mend the cause, then retry the step or cancel the run.`}
      />
      {retry.error && <Failure error={retry.error} />}
      <div className="form-buttons">
        <RoleButton
          needs="OPERATOR"
          size="sm"
          disabled={retry.isPending || retry.isSuccess}
          onClick={() => retry.mutate()}
        >
          {retry.isPending || retry.isSuccess ? 'Retrying …' : 'Retry the step'}
        </RoleButton>
        {run.operateUrl && (
          <a href={run.operateUrl} target="_blank" rel="noreferrer">
            See the incident in Operate
          </a>
        )}
      </div>
    </div>
  );
}
