import { Play } from '@carbon/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { OpenAlerts } from '../alerts/OpenAlerts';
import { activeRunsQuery, overviewQuery } from '../api/queries';
import { useRefetchInterval } from '../live/LiveContext';
import { RoleButton } from '../session/RoleButton';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';
import { HealthTable } from './HealthTable';
import { RecentRuns } from './RecentRuns';
import { UnderWay } from './UnderWay';
import { WaitingForMe } from './WaitingForMe';

export function OverviewPage() {
  const refetchInterval = useRefetchInterval();
  const overview = useQuery({ ...overviewQuery, refetchInterval });
  const active = useQuery({ ...activeRunsQuery, refetchInterval });
  const navigate = useNavigate();
  const start = (
    <RoleButton needs="OPERATOR" renderIcon={Play} size="md" onClick={() => void navigate('/runs/new')}>
      Start run
    </RoleButton>
  );
  return (
    <>
      <PageTitle title="Overview" actions={overview.data?.targets.length ? start : null} />
      <Loaded query={overview}>
        {({ targets, now }) =>
          targets.length === 0 ? (
            <Empty title="No target yet." action={<Link to="/targets/new">Register a target</Link>}>
              Describe a service on PostgreSQL: where it is, what its users do, and how fast it shall be.
            </Empty>
          ) : (
            <>
              <OpenAlerts />
              <WaitingForMe />
              <Loaded query={active}>{({ items }) => <UnderWay runs={items} now={now} />}</Loaded>
              <section className="block">
                <h2>Targets</h2>
                <HealthTable rows={targets} />
              </section>
              <RecentRuns />
            </>
          )
        }
      </Loaded>
    </>
  );
}
