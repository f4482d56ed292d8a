import { Modal } from '@carbon/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cancelRun } from '../api/actions';
import { keys } from '../api/keys';
import type { Run } from '../api/types';
import { Failure } from '../shell/States';

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
    <Modal
      open
      danger
      size="xs"
      modalHeading={`Cancel the run of ${run.target}?`}
      primaryButtonText={cancel.isPending ? 'Cancelling …' : 'Cancel run'}
      secondaryButtonText="Keep it running"
      primaryButtonDisabled={cancel.isPending}
      onRequestSubmit={() => cancel.mutate()}
      onRequestClose={onClose}
    >
      {cancel.error && <Failure error={cancel.error} />}
      <p>
        Changes already applied are taken back and the rollback is verified before the run ends. No verdict is given.
      </p>
    </Modal>
  );
}
