import { Select, SelectItem } from '@carbon/react';
import { Link } from 'react-router';
import { words } from '../format/figures';
import { fullTime } from '../format/times';
import { Facts } from '../profile/Facts';
import { RunTag } from '../runs/tags';
import type { Side, Stage } from './sideBySide';

interface RunCardProps {
  name: string;
  id: string;
  side: Side;
  stage: Stage;
  onStage: (stage: Stage) => void;
}

export function RunCard({ name, id, side: { run, surroundings }, stage, onStage }: RunCardProps) {
  return (
    <section className="panel compare-card">
      <h2>
        {name}: <Link to={`/runs/${encodeURIComponent(run.id)}`}>{run.id}</Link> <RunTag run={run} />
      </h2>
      <Facts
        rows={[
          [
            'Target',
            <Link key="target" className="ellipsis" to={`/targets/${encodeURIComponent(run.target)}/history`}>
              {run.target}
            </Link>,
          ],
          ['Started', fullTime(run.startedAt ?? run.requestedAt)],
          ['Intensity', words(run.intensity)],
          ['CPUs', surroundings.cpus ?? 'not known'],
          [
            'PostgreSQL',
            surroundings.postgres === null || surroundings.postgres === '' ? 'not known' : surroundings.postgres,
          ],
        ]}
      />
      <Select
        id={`stage-${id}`}
        size="sm"
        inline
        labelText="The target as this run"
        value={stage}
        onChange={(event) => onStage(event.target.value as Stage)}
      >
        <SelectItem value="FOUND" text="found it" />
        <SelectItem value="LEFT" text="left it" />
      </Select>
    </section>
  );
}
