import { RadioButton, RadioButtonGroup, Select, SelectItem } from '@carbon/react';
import { Play } from '@carbon/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { startRun } from '../api/actions';
import { keys } from '../api/keys';
import { outlookQuery, targetsQuery } from '../api/queries';
import type { Intensity, TargetRow } from '../api/types';
import { INTENSITIES } from '../runs/intensities';
import { RoleButton } from '../session/RoleButton';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty, Failure } from '../shell/States';
import { OutlookView } from './OutlookView';

/** The choice is in the address, so that it survives a reload and can be handed on. */
export function StartRunPage() {
  const targets = useQuery(targetsQuery);
  return (
    <>
      <PageTitle title="Start run">
        Nothing is changed on the target before somebody approved the plan, and what does not prove itself is taken
        back.
      </PageTitle>
      <Loaded query={targets}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No target is registered." action={<Link to="/targets/new">Register a target</Link>}>
              A run needs to know what to measure and how to drive load.
            </Empty>
          ) : (
            <StartForm targets={rows} />
          )
        }
      </Loaded>
    </>
  );
}

function StartForm({ targets }: { targets: TargetRow[] }) {
  const [params, setParams] = useSearchParams();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [intensity, setIntensity] = useState<Intensity>(intensityOf(params.get('intensity')));
  const asked = params.get('target');
  const target = targets.find(({ name }) => name === asked)?.name ?? targets[0]?.name ?? '';
  const outlook = useQuery(outlookQuery(target, intensity));

  const start = useMutation({
    mutationFn: () => startRun(target, intensity),
    onSuccess: async ({ run, alreadyRunning, note }) => {
      cache.setQueryData(keys.runDetail(run.id), run);
      void cache.invalidateQueries({ queryKey: keys.runs });
      void cache.invalidateQueries({ queryKey: keys.activeRuns });
      const notice = alreadyRunning ? 'This target has a run already. Nothing new was started; here it is.' : note;
      await navigate(`/runs/${encodeURIComponent(run.id)}`, { state: { notice } });
    },
  });

  return (
    <div className="start-run">
      <div className="form">
        <Select
          id="start-target"
          labelText="Target"
          value={target}
          onChange={(event) => setParams({ target: event.target.value, intensity }, { replace: true })}
        >
          {targets.map(({ name, baseUrl }) => (
            <SelectItem key={name} value={name} text={`${name} (${baseUrl ?? 'no base URL'})`} />
          ))}
        </Select>
        <RadioButtonGroup
          name="intensity"
          legendText="Intensity"
          orientation="vertical"
          valueSelected={intensity}
          onChange={(value) => {
            setIntensity(value as Intensity);
            setParams({ target, intensity: value as Intensity }, { replace: true });
          }}
        >
          {INTENSITIES.map(({ value, label, what }) => (
            <RadioButton key={value} id={`intensity-${value}`} value={value} labelText={`${label}: ${what}`} />
          ))}
        </RadioButtonGroup>
        {start.error && <Failure error={start.error} />}
        <div className="form-buttons">
          <RoleButton
            needs="OPERATOR"
            renderIcon={Play}
            size="md"
            disabled={!target || start.isPending || Boolean(outlook.data?.activeRun)}
            onClick={() => start.mutate()}
          >
            {start.isPending ? 'Starting …' : 'Start run'}
          </RoleButton>
        </div>
      </div>
      <Loaded query={outlook}>{(known) => <OutlookView outlook={known} />}</Loaded>
    </div>
  );
}

function intensityOf(text: string | null): Intensity {
  return INTENSITIES.find(({ value }) => value === text)?.value ?? 'QUICK';
}
