import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { alertsQuery } from '../api/alerts';
import { counted } from '../format/figures';
import { useRefetchInterval } from '../live/LiveContext';

/** The number of alerts that nobody looks after; nothing where there is none. */
export function OpenAlerts() {
  const alerts = useQuery({ ...alertsQuery(), refetchInterval: useRefetchInterval() });
  const open = alerts.data?.filter(({ state }) => state === 'OPEN') ?? [];
  const [first] = open;
  if (!first) {
    return null;
  }
  return (
    <section className="block">
      <h2>
        <Link to="/alerts">{counted(open.length, 'open alert')}</Link>
      </h2>
      <p>
        {first.target}: {first.words}
      </p>
    </section>
  );
}
