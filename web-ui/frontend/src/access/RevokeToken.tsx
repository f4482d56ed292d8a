import { useMutation, useQueryClient } from '@tanstack/react-query';
import { revokeToken, tokenKeys, type Token } from '../api/access';
import { Confirm } from '../shell/Confirm';

export function RevokeToken({ token, onClose }: { token: Token; onClose: () => void }) {
  const cache = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => revokeToken(token.id),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: tokenKeys });
      onClose();
    },
  });
  return (
    <Confirm
      question={`Revoke the token ${token.name} of ${token.owner}?`}
      deed={['Revoke', 'Revoking …']}
      keep="Keep it"
      doing={revoke}
      onClose={onClose}
    >
      <p>It ends at once: whatever uses it is refused from then on. This cannot be taken back.</p>
    </Confirm>
  );
}
