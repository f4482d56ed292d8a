import { InlineNotification, Select, SelectItem } from '@carbon/react';
import { useState } from 'react';
import type { Metric } from '../api/types';
import { groupedBy } from '../format/groupedBy';
import { words } from '../format/figures';
import { METRICS } from '../runs/beforeAfter';
import { Empty } from '../shell/States';
import { RunCard } from './RunCard';
import { lastStage, mismatches, rowsOf, unknowns, type Mismatch, type Side, type Stage } from './sideBySide';
import { SideBySideTable } from './SideBySideTable';

export function Comparison({ a, b }: { a: Side; b: Side }) {
  const [stageA, setStageA] = useState<Stage>(() => lastStage(a));
  const [stageB, setStageB] = useState<Stage>(() => lastStage(b));
  const [metric, setMetric] = useState<Metric>('P95_MS');
  const rows = rowsOf(a, stageA, b, stageB);
  return (
    <>
      <div className="compare-cards">
        <RunCard name="First" id="a" side={a} stage={stageA} onStage={setStageA} />
        <RunCard name="Second" id="b" side={b} stage={stageB} onStage={setStageB} />
      </div>
      <Comparability differing={mismatches(a, stageA, b, stageB)} unknown={unknowns(a, b)} />
      {rows.length === 0 ? (
        <Empty title="They have no load profile in common.">
          Each was measured under loads that the other was not. Choose another moment of a run above, or other runs.
        </Empty>
      ) : (
        <>
          <div className="choices">
            <Select
              id="compare-metric"
              size="sm"
              inline
              labelText="Per request"
              value={metric}
              onChange={(event) => setMetric(event.target.value as Metric)}
            >
              {Object.entries(METRICS).map(([code, { label }]) => (
                <SelectItem key={code} value={code} text={label} />
              ))}
            </Select>
          </div>
          {[...groupedBy(rows, ({ profile }) => profile)].map(([profile, own]) => (
            <section key={profile} className="block">
              <h2>{words(profile)} load</h2>
              <SideBySideTable
                label={`${words(profile)} load, all requests`}
                heading="All requests"
                rows={own.filter(({ request }) => request === '')}
                nameOf={(row) => METRICS[row.metric].label}
              />
              <SideBySideTable
                label={`${words(profile)} load, ${METRICS[metric].label} per request`}
                heading={`${METRICS[metric].label} of`}
                rows={own.filter((row) => row.request !== '' && row.metric === metric)}
                nameOf={({ request }) => request}
              />
            </section>
          ))}
        </>
      )}
    </>
  );
}

function Comparability({ differing, unknown }: { differing: Mismatch[]; unknown: string[] }) {
  return (
    <div className="compare-notes">
      {differing.length > 0 && (
        <>
          <InlineNotification
            kind="warning"
            lowContrast
            hideCloseButton
            title="These figures are not comparable."
            subtitle="The runs differ in more than the state of the target:"
          />
          <ul className="plain-list">
            {differing.map(({ what, a, b }) => (
              <li key={what}>
                {what}: <span className="strong">{a}</span> and <span className="strong">{b}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="muted">
        A difference between two runs is not a verdict: no test was made whether it is more than noise.
        {unknown.length > 0 && ` Not written down for both, so it may differ: ${unknown.join(', ')}.`}
      </p>
    </div>
  );
}
