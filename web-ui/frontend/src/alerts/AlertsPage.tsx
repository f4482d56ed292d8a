import { Checkbox } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { alertsQuery } from '../api/alerts';
import { useRefetchInterval } from '../live/LiveContext';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';
import { AlertCard } from './AlertCard';

/** Whether what is over is shown is in the address. */
export function AlertsPage() {
  const [params, setParams] = useSearchParams();
  const resolved = params.get('resolved') === 'true';
  const alerts = useQuery({ ...alertsQuery(resolved), refetchInterval: useRefetchInterval() });
  return (
    <>
      <PageTitle title="Alerts">
        What monitoring found beyond its thresholds: one alert for each cause on a target, for as long as it lasts.
      </PageTitle>
      <Checkbox
        id="alerts-resolved"
        labelText="Show what is over as well"
        checked={resolved}
        onChange={(_event, { checked }) => setParams(checked ? { resolved: 'true' } : {}, { replace: true })}
      />
      <Loaded query={alerts}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No alert.">Targets that are monitored are within their thresholds.</Empty>
          ) : (
            <ul className="alerts">
              {rows.map((alert) => (
                <li key={alert.id}>
                  <AlertCard alert={alert} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
