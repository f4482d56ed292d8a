import { InlineNotification, Modal, RadioButton, RadioButtonGroup, Select, SelectItem } from '@carbon/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { startRun } from '../api/actions';
import { keys } from '../api/keys';
import { targetsQuery } from '../api/queries';
import type { Intensity } from '../api/types';
import { Empty, Failure, WaitingLines } from '../shell/States';
import { INTENSITIES } from './intensities';

export function StartRunDialog({ chosen, onClose }: { chosen: string; onClose: () => void }) {
  const targets = useQuery(targetsQuery);
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [picked, setPicked] = useState(chosen);
  const [intensity, setIntensity] = useState<Intensity>('QUICK');
  const target = picked || (targets.data?.[0]?.name ?? '');

  const start = useMutation({
    mutationFn: () => startRun(target, intensity),
    onSuccess: async ({ run, alreadyRunning, note }) => {
      cache.setQueryData(keys.runDetail(run.id), run);
      void cache.invalidateQueries({ queryKey: keys.runs });
      const notice = alreadyRunning ? 'This target has a run already. Nothing new was started; here it is.' : note;
      await navigate(`/runs/${encodeURIComponent(run.id)}`, { state: { notice } });
    },
  });

  return (
    <Modal
      open
      size="sm"
      modalHeading="Start run"
      primaryButtonText={start.isPending ? 'Starting …' : 'Start run'}
      secondaryButtonText="Close"
      primaryButtonDisabled={!target || start.isPending}
      onRequestSubmit={() => start.mutate()}
      onRequestClose={onClose}
    >
      {targets.isPending && <WaitingLines />}
      {targets.isError && <Failure error={targets.error} retry={() => void targets.refetch()} />}
      {targets.data?.length === 0 && (
        <Empty title="No target is registered." action={<Link to="/targets/new">Register a target</Link>}>
          A run needs to know what to measure and how to drive load.
        </Empty>
      )}
      {targets.data && targets.data.length > 0 && (
        <div className="form">
          {start.error && <Failure error={start.error} />}
          <Select
            id="start-target"
            labelText="Target"
            value={target}
            onChange={(event) => setPicked(event.target.value)}
            data-modal-primary-focus
          >
            {targets.data.map(({ name, baseUrl }) => (
              <SelectItem key={name} value={name} text={`${name} (${baseUrl})`} />
            ))}
          </Select>
          <RadioButtonGroup
            name="intensity"
            legendText="Intensity"
            orientation="vertical"
            valueSelected={intensity}
            onChange={(value) => setIntensity(value as Intensity)}
          >
            {INTENSITIES.map(({ value, label, what }) => (
              <RadioButton key={value} id={`intensity-${value}`} value={value} labelText={`${label}: ${what}`} />
            ))}
          </RadioButtonGroup>
          <InlineNotification
            kind="info"
            lowContrast
            hideCloseButton
            title="What will happen"
            subtitle="Load is driven against the target while its database is watched. Findings and a plan follow; nothing is changed until an approver agrees, and what does not prove itself is taken back."
          />
        </div>
      )}
    </Modal>
  );
}
