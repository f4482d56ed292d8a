import { Modal } from '@carbon/react';
import type { ReactNode } from 'react';
import { Failure } from './States';

interface ConfirmProps {
  question: string;
  /** What the button does, at rest and while it is done. */
  deed: [rest: string, underWay: string];
  keep: string;
  doing: { isPending: boolean; error: Error | null; mutate: () => void };
  onClose: () => void;
  size?: 'xs' | 'sm';
  /** What comes of it. */
  children: ReactNode;
}

/** Asks before what no second click takes back. It stays until the server has done it, and says why where it has not. */
export function Confirm({ question, deed: [rest, underWay], keep, doing, onClose, size, children }: ConfirmProps) {
  return (
    <Modal
      open
      danger
      size={size ?? 'xs'}
      modalHeading={question}
      primaryButtonText={doing.isPending ? underWay : rest}
      secondaryButtonText={keep}
      primaryButtonDisabled={doing.isPending}
      onRequestSubmit={() => doing.mutate()}
      onRequestClose={onClose}
    >
      {doing.error && <Failure error={doing.error} />}
      {children}
    </Modal>
  );
}
