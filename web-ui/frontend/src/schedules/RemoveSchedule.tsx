import { TrashCan } from '@carbon/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { removeSchedule, scheduleKeys } from '../api/schedules';
import { RoleButton } from '../session/RoleButton';
import { Confirm } from '../shell/Confirm';

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
        <Confirm
          question={`Remove this schedule of ${target}?`}
          deed={['Remove schedule', 'Removing …']}
          keep="Keep"
          doing={remove}
          onClose={() => setAsked(false)}
        >
          <p>No run begins by it any more. Runs that have begun go on, and those that ended stay.</p>
        </Confirm>
      )}
    </>
  );
}
