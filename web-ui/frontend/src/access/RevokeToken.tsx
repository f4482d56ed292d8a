import { Modal } from '@carbon/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { revokeToken, tokenKeys, type Token } from '../api/access';
import { Failure } from '../shell/States';

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
    <Modal
      open
      danger
      size="xs"
      modalHeading={`Revoke the token ${token.name} of ${token.owner}?`}
      primaryButtonText={revoke.isPending ? 'Revoking …' : 'Revoke'}
      secondaryButtonText="Keep it"
      primaryButtonDisabled={revoke.isPending}
      onRequestSubmit={() => revoke.mutate()}
      onRequestClose={onClose}
    >
      {revoke.error && <Failure error={revoke.error} />}
      <p>It ends at once: whatever uses it is refused from then on. This cannot be taken back.</p>
    </Modal>
  );
}
