import { Select, SelectItem } from '@carbon/react';
import { lazy, Suspense, useState } from 'react';
import type { LoadTest, Metric } from '../api/types';
import { words } from '../format/figures';
import { METRICS, standsFor, type ProfileVerdicts } from '../runs/beforeAfter';
import { VerdictTable } from '../runs/VerdictTable';
import { WaitingLines } from '../shell/States';
import { IntervalPlot } from './IntervalPlot';
import { ResourceSections } from './ResourceSections';

const BeforeAfterChart = lazy(async () => ({ default: (await import('../charts/BeforeAfterChart')).BeforeAfterChart }));
const DistributionCharts = lazy(async () => ({ default: (await import('./DistributionCharts')).DistributionCharts }));
const StressSection = lazy(async () => ({ default: (await import('./StressSection')).StressSection }));

interface ProfileSectionProps {
  runId: string;
  verdicts: ProfileVerdicts;
  loads: LoadTest[];
}

/** One load profile before and after: the verdict with its intervals first, then what it rests on. */
export function ProfileSection({ runId, verdicts, loads }: ProfileSectionProps) {
  const { profile, overall, requests } = verdicts;
  const [metric, setMetric] = useState<Metric>('P95_MS');
  const ofMetric = (rows: ProfileVerdicts['overall']) => rows.filter((verdict) => verdict.metric === metric);
  const rows = requests.flatMap((each) => ofMetric(each.verdicts));
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
      <Suspense fallback={<WaitingLines />}>
        {profile === 'STRESS' ? (
          <StressSection loads={loads} />
        ) : (
          <Charts runId={runId} verdicts={verdicts} loads={loads} />
        )}
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
          <IntervalPlot
            rows={[...ofMetric(overall), ...rows]}
            label={`Effect on ${METRICS[metric].label} of each request with its interval`}
          />
          <VerdictTable
            label={`${words(profile)}, ${METRICS[metric].label} per request`}
            rows={rows}
            first={{ heading: 'Request', of: (verdict) => verdict.request }}
          />
        </>
      )}
      {profile !== 'STRESS' && (
        <ResourceSections
          runId={runId}
          profile={profile}
          loads={loads}
          verdicts={requests.flatMap((each) => each.verdicts)}
        />
      )}
    </section>
  );
}

function Charts({ runId, verdicts: { profile, requests }, loads }: ProfileSectionProps) {
  const [request, setRequest] = useState('');
  return (
    <>
      <div className="choices">
        <Select
          id={`chart-${profile}`}
          size="sm"
          inline
          labelText="Charts of"
          value={request}
          onChange={(event) => setRequest(event.target.value)}
        >
          <SelectItem value="" text="All requests" />
          {requests.map((each) => (
            <SelectItem key={each.request} value={each.request} text={each.request} />
          ))}
        </Select>
      </div>
      <DistributionCharts runId={runId} profile={profile} request={request} />
      <BeforeAfterChart
        runId={runId}
        before={standsFor(loads, profile, 'BEFORE')}
        after={standsFor(loads, profile, 'AFTER')}
        request={request}
      />
    </>
  );
}
