import { Modal } from '@carbon/react';
import { TrashCan } from '@carbon/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { removeSchedule, scheduleKeys } from '../api/schedules';
import { RoleButton } from '../session/RoleButton';
import { Failure } from '../shell/States';

export function RemoveSchedule({ id, target }: { id: string; target: string }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: () => removeSchedule(id),
    onSuccess: async () => {
      await navigate('/schedules');
      await cache.invalidateQueries({ queryKey: scheduleKeys, refetchType: 'active' });
    },
  });
  return (
    <>
      <RoleButton needs="OPERATOR" kind="danger--ghost" size="md" renderIcon={TrashCan} onClick={() => setAsked(true)}>
        Remove
      </RoleButton>
      {asked && (
        <Modal
          open
          danger
          size="xs"
          modalHeading={`Remove this schedule of ${target}?`}
          primaryButtonText={remove.isPending ? 'Removing …' : 'Remove schedule'}
          secondaryButtonText="Keep"
          primaryButtonDisabled={remove.isPending}
          onRequestSubmit={() => remove.mutate()}
          onRequestClose={() => setAsked(false)}
        >
          {remove.error && <Failure error={remove.error} />}
          <p>No run begins by it any more. Runs that have begun go on, and those that ended stay.</p>
        </Modal>
      )}
    </>
  );
}
