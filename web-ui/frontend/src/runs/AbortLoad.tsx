import { useMutation, useQueryClient } from '@tanstack/react-query';
import { abortLoad } from '../api/actions';
import { keys } from '../api/keys';
import type { Run } from '../api/types';
import { RoleButton } from '../session/RoleButton';
import { Failure } from '../shell/States';

/** The switch that ends the load at once. It asks nothing: whoever reaches for it is in a hurry. */
export function AbortLoad({ run }: { run: Run }) {
  const cache = useQueryClient();
  const abort = useMutation({
    mutationFn: () => abortLoad(run.id),
    onSuccess: () => void cache.invalidateQueries({ queryKey: keys.loads(run.id) }),
  });
  return (
    <div className="load-abort">
      {abort.error && <Failure error={abort.error} />}
      <RoleButton
        needs="OPERATOR"
        kind="danger--tertiary"
        size="sm"
        disabled={abort.isPending || abort.isSuccess}
        onClick={() => abort.mutate()}
      >
        {abort.isPending || abort.isSuccess ? 'Ending the load …' : 'Abort the load'}
      </RoleButton>
      <p className="muted">Ends within two seconds. The test is not judged and not repeated.</p>
    </div>
  );
}
