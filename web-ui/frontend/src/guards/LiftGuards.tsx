import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { liftGuards } from '../api/actions';
import { keys } from '../api/keys';
import { RoleButton } from '../session/RoleButton';
import { Confirm } from '../shell/Confirm';

/** Lets the next verified run set looser guards, where slower is what somebody wants. */
export function LiftGuards({ target }: { target: string }) {
  const cache = useQueryClient();
  const [asked, setAsked] = useState(false);
  const lift = useMutation({
    mutationFn: () => liftGuards(target),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.guards(target) });
      setAsked(false);
    },
  });
  return (
    <>
      <RoleButton needs="APPROVER" kind="danger--ghost" size="sm" onClick={() => setAsked(true)}>
        Lift all guards
      </RoleButton>
      {asked && (
        <Confirm
          question={`Lift all guards of ${target}?`}
          deed={['Lift guards', 'Lifting …']}
          keep="Keep them"
          doing={lift}
          onClose={() => setAsked(false)}
        >
          <p>
            Gates and alert rules hold the target to nothing until a verified run sets new guards. What they were and
            who lifted them is kept.
          </p>
        </Confirm>
      )}
    </>
  );
}
