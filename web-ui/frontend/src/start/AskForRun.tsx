import type { ButtonProps } from '@carbon/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { keys } from '../api/keys';
import type { AskedRun } from '../api/types';
import { RoleButton } from '../session/RoleButton';
import { Failure } from '../shell/States';

interface AskForRunProps extends Pick<ButtonProps<'button'>, 'renderIcon'> {
  ask: () => Promise<AskedRun>;
  children: string;
}

/** Asks for a run that measures and changes nothing, such as a gate, and leads to it. */
export function AskForRun({ ask, children, ...rest }: AskForRunProps) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const asked = useMutation({
    mutationFn: ask,
    onSuccess: async ({ runId, note }) => {
      void cache.invalidateQueries({ queryKey: keys.runs });
      void cache.invalidateQueries({ queryKey: keys.activeRuns });
      await navigate(`/runs/${encodeURIComponent(runId)}`, { state: { notice: note } });
    },
  });
  return (
    <div className="form-buttons">
      {asked.error && <Failure error={asked.error} />}
      <RoleButton
        needs="OPERATOR"
        kind="tertiary"
        size="sm"
        disabled={asked.isPending}
        onClick={() => asked.mutate()}
        {...rest}
      >
        {asked.isPending ? 'Starting …' : children}
      </RoleButton>
    </div>
  );
}
