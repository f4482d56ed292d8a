import { Select, SelectItem } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';
import { KpiTable } from './KpiTable';
import { KpiTiles } from './KpiTiles';
import { kpisQuery } from './queries';
import { daysOf, SPANS } from './shown';

/** How far back is in the address. */
export function KpisPage() {
  const [params, setParams] = useSearchParams();
  const days = daysOf(params.get('days'));
  const kpis = useQuery(kpisQuery(days));
  return (
    <>
      <PageTitle title="Monitoring">
        How well monitoring itself works: what it read, whether its alerts were right, how soon people were told, and
        how long troubles lasted.
      </PageTitle>
      <Loaded query={kpis}>
        {({ all, targets }) =>
          targets.length === 0 ? (
            <Empty title="Nothing is watched yet." action={<Link to="/targets">Targets</Link>}>
              Open a target and switch its monitoring on, or run ./perfloop monitor start --target NAME. Within minutes
              this page tells how well that works.
            </Empty>
          ) : (
            <>
              <div className="choices choices-row">
                <Select
                  id="kpi-days"
                  size="sm"
                  inline
                  labelText="Time"
                  value={String(days)}
                  onChange={(event) => setParams({ days: event.target.value }, { replace: true })}
                >
                  {SPANS.map((span) => (
                    <SelectItem key={span.days} value={String(span.days)} text={span.label} />
                  ))}
                </Select>
              </div>
              <section className="block" aria-labelledby="kpis-all">
                <h2 id="kpis-all">All targets</h2>
                <KpiTiles kpis={all} days={days} />
              </section>
              <section className="block" aria-labelledby="kpis-each">
                <h2 id="kpis-each">Each target</h2>
                <KpiTable rows={targets} days={days} />
              </section>
            </>
          )
        }
      </Loaded>
    </>
  );
}
