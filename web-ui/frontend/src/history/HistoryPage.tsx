import { Select, SelectItem } from '@carbon/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { Metric } from '../api/types';
import { METRICS } from '../runs/beforeAfter';
import { Loaded } from '../shell/Loaded';
import { LoadMore } from '../shell/LoadMore';
import { PageTitle } from '../shell/PageTitle';
import { TargetTrail } from '../targets/TargetTrail';
import { HistoryView } from './HistoryView';
import { historyQuery } from './queries';
import { wholeOf } from './trends';

export function HistoryPage() {
  const { name = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const request = params.get('request') ?? '';
  const metric = metricOf(params.get('metric'));
  const history = useInfiniteQuery(historyQuery(name, request));
  const whole = useMemo(() => wholeOf(history.data?.pages ?? []), [history.data]);
  const choose = (what: string, value: string) =>
    setParams((chosen) => {
      chosen.set(what, value);
      return chosen;
    });
  return (
    <>
      <TargetTrail name={name} page="History" />
      <PageTitle title={`History of ${name}`}>
        What its load tests measured, run after run, and what was done to it in between.
      </PageTitle>
      <Loaded query={history}>
        {() => (
          <>
            {whole.measured.length + whole.requests.length > 0 && (
              <div className="choices choices-row">
                <Select
                  id="history-metric"
                  size="sm"
                  inline
                  labelText="Metric"
                  value={metric}
                  onChange={(event) => choose('metric', event.target.value)}
                >
                  {Object.entries(METRICS).map(([code, { label }]) => (
                    <SelectItem key={code} value={code} text={label} />
                  ))}
                </Select>
                <Select
                  id="history-request"
                  size="sm"
                  inline
                  labelText="Of"
                  value={request}
                  onChange={(event) => choose('request', event.target.value)}
                >
                  <SelectItem value="" text="All requests" />
                  {whole.requests.map((each) => (
                    <SelectItem key={each} value={each} text={each} />
                  ))}
                </Select>
              </div>
            )}
            <HistoryView
              target={name}
              request={request}
              history={whole}
              metric={metric}
              older={<LoadMore query={history} label="Load older runs" />}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

function metricOf(code: string | null): Metric {
  return code !== null && code in METRICS ? (code as Metric) : 'P95_MS';
}
