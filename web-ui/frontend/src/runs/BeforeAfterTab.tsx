import { useQuery } from '@tanstack/react-query';
import { Select, SelectItem } from '@carbon/react';
import { lazy, Suspense, useState } from 'react';
import { loadsQuery, verdictsQuery } from '../api/queries';
import type { Comparison, LoadTest, Metric } from '../api/types';
import { percent, words } from '../format/figures';
import { Loaded } from '../shell/Loaded';
import { Empty, WaitingLines } from '../shell/States';
import { byProfile, METRICS, standsFor, type ProfileVerdicts } from './beforeAfter';
import { LoadsTable } from './LoadsTable';
import { Return } from './Return';
import type { RunTabProps } from './RunTabs';
import { VerdictTable } from './VerdictTable';

const BeforeAfterChart = lazy(async () => ({ default: (await import('../charts/BeforeAfterChart')).BeforeAfterChart }));

export function BeforeAfterTab({ run }: RunTabProps) {
  const verdicts = useQuery(verdictsQuery(run.id));
  const loads = useQuery(loadsQuery(run.id));
  return (
    <>
      <Loaded query={verdicts}>
        {({ verdicts: rows, comparisons }) =>
          rows.length === 0 ? (
            <Empty title={run.status === 'ENDED' ? 'Nothing was compared.' : 'Nothing to compare yet.'}>
              {run.status === 'ENDED'
                ? 'The run ended before a change was measured.'
                : 'The same load is driven before and after the change; the comparison follows the second.'}
            </Empty>
          ) : (
            <>
              <Comparisons rows={comparisons} />
              {byProfile(rows).map((profile) => (
                <ProfileSection key={profile.profile} runId={run.id} verdicts={profile} loads={loads.data ?? []} />
              ))}
            </>
          )
        }
      </Loaded>
      {run.status === 'ENDED' && <Return runId={run.id} />}
      <Loaded query={loads}>{(tests) => <LoadsTable loads={tests} />}</Loaded>
    </>
  );
}

function Comparisons({ rows }: { rows: Comparison[] }) {
  const last = rows.reduce<Comparison | null>((a, b) => (a && a.round > b.round ? a : b), null);
  if (!last) {
    return null;
  }
  return (
    <p className="lead">
      <b>{words(last.verdict)}</b>
      {rows.length > 1 && ` after ${last.round} rounds`}: {last.reason}{' '}
      <span className="muted">
        Objectives {last.objectivesMet ? 'met' : 'not met'}; {percent(last.gainSharePct)} of the targeted gain reached
        {last.moreRuns > 0 && `; ${last.moreRuns} more runs would settle it`}.
      </span>
      {last.noise !== null && <span className="muted"> {last.noise}</span>}
    </p>
  );
}

function ProfileSection({ runId, verdicts, loads }: { runId: string; verdicts: ProfileVerdicts; loads: LoadTest[] }) {
  const { profile, overall, requests } = verdicts;
  const [request, setRequest] = useState('');
  const [metric, setMetric] = useState<Metric>('P95_MS');
  const rows = requests.flatMap((each) => each.verdicts.filter((verdict) => verdict.metric === metric));

  return (
    <section className="block">
      <h3>{words(profile)} load</h3>
      {overall.length > 0 && (
        <VerdictTable
          label={`${words(profile)}, all requests`}
          rows={overall}
          first={{ heading: 'All requests', of: (verdict) => METRICS[verdict.metric].label }}
        />
      )}
      <div className="choices">
        <Select
          id={`chart-${profile}`}
          size="sm"
          inline
          labelText="Chart of"
          value={request}
          onChange={(event) => setRequest(event.target.value)}
        >
          <SelectItem value="" text="All requests" />
          {requests.map((each) => (
            <SelectItem key={each.request} value={each.request} text={each.request} />
          ))}
        </Select>
      </div>
      <Suspense fallback={<WaitingLines />}>
        <BeforeAfterChart
          runId={runId}
          before={standsFor(loads, profile, 'BEFORE')}
          after={standsFor(loads, profile, 'AFTER')}
          request={request}
        />
      </Suspense>
      {requests.length > 0 && (
        <>
          <div className="choices">
            <Select
              id={`metric-${profile}`}
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
          <VerdictTable
            label={`${words(profile)}, ${METRICS[metric].label} per request`}
            rows={rows}
            first={{ heading: 'Request', of: (verdict) => verdict.request }}
          />
        </>
      )}
    </section>
  );
}
