import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';
import { TargetTrail } from '../targets/TargetTrail';
import { Gaps } from './Gaps';
import { MonitoringState } from './MonitoringState';
import { monitoringQuery, seriesQuery } from './queries';
import { SeriesCharts } from './SeriesCharts';
import { StatementFindings } from './StatementFindings';

export function MonitoringPage() {
  const { name = '' } = useParams();
  const monitoring = useQuery(monitoringQuery(name));
  const series = useQuery(seriesQuery(name));
  return (
    <>
      <TargetTrail name={name} page="Monitoring" />
      <PageTitle
        title={`Monitoring of ${name}`}
        actions={<Link to={`/targets/${encodeURIComponent(name)}/thresholds`}>Thresholds</Link>}
      >
        What its service, its database and its machine tell all the time, beside runs.
      </PageTitle>
      <Loaded query={monitoring}>
        {(state) => (
          <>
            <MonitoringState monitoring={state} />
            <Loaded query={series}>
              {(known) =>
                known.length === 0 ? (
                  <Empty title="Nothing was read yet.">
                    {state.state === 'OFF'
                      ? 'Start monitoring: the first readings come within seconds.'
                      : 'The first readings come within seconds; else look at what was missed.'}
                  </Empty>
                ) : (
                  <SeriesCharts target={name} series={known} />
                )
              }
            </Loaded>
            <StatementFindings target={name} />
            <Gaps gaps={state.gaps} />
          </>
        )}
      </Loaded>
    </>
  );
}
