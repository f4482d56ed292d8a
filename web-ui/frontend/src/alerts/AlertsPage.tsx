import { Checkbox } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { alertsQuery } from '../api/alerts';
import { counted } from '../format/figures';
import { useRefetchInterval } from '../live/LiveContext';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';
import { AlertCard } from './AlertCard';

/** Which are shown is in the address. */
export function AlertsPage() {
  const [params, setParams] = useSearchParams();
  const resolved = params.get('resolved') === 'true';
  const unjudged = params.get('unjudged') === 'true';
  const target = params.get('target');
  const days = wholeOf(params.get('days'));
  const alerts = useQuery({
    ...alertsQuery({ resolved, unjudged, target, days }),
    refetchInterval: useRefetchInterval(),
  });
  const choose = (what: 'resolved' | 'unjudged', wanted: boolean) =>
    setParams(
      (chosen) => {
        if (wanted) {
          chosen.set(what, 'true');
        } else {
          chosen.delete(what);
        }
        return chosen;
      },
      { replace: true },
    );
  return (
    <>
      <PageTitle title="Alerts">
        What monitoring found beyond its thresholds: one alert for each cause on a target, for as long as it lasts.
      </PageTitle>
      <div className="choices choices-row">
        <Checkbox
          id="alerts-resolved"
          labelText="Show what is over as well"
          checked={resolved}
          onChange={(_event, { checked }) => choose('resolved', checked)}
        />
        <Checkbox
          id="alerts-unjudged"
          labelText="Only without a verdict"
          checked={unjudged}
          onChange={(_event, { checked }) => choose('unjudged', checked)}
        />
      </div>
      {(target !== null || days !== null) && (
        <p className="muted">
          {narrowed(target, days)} <Link to="/alerts?resolved=true">Show all</Link>
        </p>
      )}
      <Loaded query={alerts}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={unjudged ? 'No alert without a verdict.' : 'No alert.'}>
              {unjudged
                ? 'Of every alert that is asked for here somebody has said whether it was real or noise.'
                : 'Targets that are monitored are within their thresholds.'}
            </Empty>
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

/** "Only those of shop that opened within 30 days." */
function narrowed(target: string | null, days: number | null): string {
  return `Only those${target === null ? '' : ` of ${target}`}${days === null ? '' : ` that opened within ${counted(days, 'day')}`}.`;
}

function wholeOf(text: string | null): number | null {
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value > 0 ? value : null;
}
