import { Checkbox, CheckboxGroup, InlineNotification, Modal, Select, SelectItem, TextInput } from '@carbon/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createToken, tokenKeys } from '../api/access';
import type { Role } from '../api/types';
import { useSession } from '../session/useSession';
import { Command } from '../shell/Command';
import { Failure } from '../shell/States';

const ROLES: { role: Role; what: string }[] = [
  { role: 'VIEWER', what: 'Viewer: reads' },
  { role: 'OPERATOR', what: 'Operator: starts and cancels runs, describes targets' },
  { role: 'APPROVER', what: 'Approver: decides about changes' },
  { role: 'ADMIN', what: 'Admin: reads the audit log, revokes tokens' },
];
const DAYS = [7, 30, 90, 180, 365];

export function CreateToken({ onClose }: { onClose: () => void }) {
  const cache = useQueryClient();
  const own = useSession().roles;
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<Role[]>(['VIEWER']);
  const [days, setDays] = useState(90);
  const create = useMutation({
    mutationFn: () => createToken(name.trim(), roles, days),
    onSuccess: () => cache.invalidateQueries({ queryKey: tokenKeys }),
  });
  const ready = name.trim() !== '' && roles.length > 0;

  if (create.data !== undefined) {
    return <ShownOnce name={name.trim()} secret={create.data} onClose={onClose} />;
  }
  return (
    <Modal
      open
      size="sm"
      modalHeading="Create an API token"
      primaryButtonText={create.isPending ? 'Creating …' : 'Create token'}
      secondaryButtonText="Close"
      primaryButtonDisabled={!ready || create.isPending}
      onRequestSubmit={() => create.mutate()}
      onRequestClose={onClose}
    >
      <div className="form">
        {create.error && <Failure error={create.error} />}
        <TextInput
          id="token-name"
          labelText="Name"
          helperText="What it is for, such as build."
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          data-modal-primary-focus
        />
        <CheckboxGroup legendText="It may do no more than you">
          {ROLES.filter(({ role }) => role === 'VIEWER' || own.includes(role)).map(({ role, what }) => (
            <Checkbox
              key={role}
              id={`token-${role}`}
              labelText={what}
              checked={roles.includes(role)}
              onChange={(_event, { checked }) =>
                setRoles(checked ? [...roles, role] : roles.filter((each) => each !== role))
              }
            />
          ))}
        </CheckboxGroup>
        <Select
          id="token-days"
          labelText="Ends after"
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          {DAYS.map((each) => (
            <SelectItem key={each} value={each} text={`${each} days`} />
          ))}
        </Select>
      </div>
    </Modal>
  );
}

function ShownOnce({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  return (
    <Modal
      open
      size="sm"
      modalHeading={`Token ${name}`}
      primaryButtonText="I have copied it"
      preventCloseOnClickOutside
      onRequestSubmit={onClose}
      onRequestClose={onClose}
    >
      <div className="form">
        <InlineNotification
          kind="warning"
          lowContrast
          hideCloseButton
          title="Shown this once."
          subtitle="Perfloop keeps only its hash. Lost, it is replaced by a new one."
        />
        <Command what="the token" text={secret} />
        <p className="muted">For the command line: put it into the environment variable PERFLOOP_TOKEN.</p>
      </div>
    </Modal>
  );
}
