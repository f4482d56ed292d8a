import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cancelRun } from '../api/actions';
import { keys } from '../api/keys';
import type { Run } from '../api/types';
import { Confirm } from '../shell/Confirm';

export function CancelDialog({ run, onClose }: { run: Run; onClose: () => void }) {
  const cache = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelRun(run.id),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: keys.run(run.id) });
      onClose();
    },
  });
  return (
    <Confirm
      question={`Cancel the run of ${run.target}?`}
      deed={['Cancel run', 'Cancelling …']}
      keep="Keep it running"
      doing={cancel}
      onClose={onClose}
    >
      <p>
        Changes already applied are taken back and the rollback is verified before the run ends. No verdict is given.
      </p>
    </Confirm>
  );
}
