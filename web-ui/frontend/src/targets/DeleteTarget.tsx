import { TrashCan } from '@carbon/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { deleteTarget } from '../api/actions';
import { keys } from '../api/keys';
import { RoleButton } from '../session/RoleButton';
import { Confirm } from '../shell/Confirm';

export function DeleteTarget({ name }: { name: string }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteTarget(name),
    onSuccess: async () => {
      await navigate('/targets');
      cache.removeQueries({ queryKey: keys.target(name) });
      void cache.invalidateQueries({ queryKey: keys.targets });
      void cache.invalidateQueries({ queryKey: keys.overview });
    },
  });
  return (
    <>
      <RoleButton needs="OPERATOR" kind="danger--ghost" size="md" renderIcon={TrashCan} onClick={() => setAsked(true)}>
        Delete target
      </RoleButton>
      {asked && (
        <Confirm
          question={`Delete ${name}?`}
          deed={['Delete', 'Deleting …']}
          keep="Keep"
          doing={remove}
          onClose={() => setAsked(false)}
        >
          <p>
            Its file, its guards and its checks are deleted. Its runs stay, and so does what they changed on the target.
          </p>
        </Confirm>
      )}
    </>
  );
}
