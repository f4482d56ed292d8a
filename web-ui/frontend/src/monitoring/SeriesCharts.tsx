import { Select, SelectItem } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { WaitingLines } from '../shell/States';
import { Marks } from './Marks';
import { marksQuery } from './queries';
import { byWeight, SOURCES, sourcesOf, spanOf, SPANS, subjectsOf } from './shown';
import type { Mark, MonitoredSeries } from './types';

const MonitoredChart = lazy(async () => ({ default: (await import('./MonitoredChart')).MonitoredChart }));

const NO_MARKS: Mark[] = [];

/** The series of one source, as the address says which. */
export function SeriesCharts({ target, series }: { target: string; series: MonitoredSeries[] }) {
  const [params, setParams] = useSearchParams();
  const sources = sourcesOf(series);
  const source = sources.find((each) => each === params.get('source')) ?? sources[0] ?? 'DATABASE';
  const subjects = subjectsOf(series, source);
  const subject = subjects.find(({ id }) => id === params.get('of')) ?? subjects[0];
  const hours = spanOf(params.get('hours'));
  const marks = useQuery(marksQuery(target, hours)).data ?? NO_MARKS;
  const choose = (what: string, value: string) =>
    setParams((chosen) => {
      chosen.set(what, value);
      if (what === 'source') {
        chosen.delete('of');
      }
      return chosen;
    });
  const shown = series.filter((each) => each.source === source && (each.subject ?? '') === subject?.id).sort(byWeight);
  return (
    <>
      <div className="choices choices-row">
        <Choice id="hours" label="Time" value={String(hours)} choose={choose}>
          {SPANS.map((span) => (
            <SelectItem key={span.hours} value={String(span.hours)} text={span.label} />
          ))}
        </Choice>
        <Choice id="source" label="Told by" value={source} choose={choose}>
          {sources.map((each) => (
            <SelectItem key={each} value={each} text={SOURCES[each]} />
          ))}
        </Choice>
        {subjects.length > 1 && (
          <Choice id="of" label="Of" value={subject?.id ?? ''} choose={choose}>
            {subjects.map(({ id, title }) => (
              <SelectItem key={id} value={id} text={title} />
            ))}
          </Choice>
        )}
      </div>
      <Suspense fallback={<WaitingLines lines={6} />}>
        <div className="chart-grid">
          {shown.map((each) => (
            <MonitoredChart key={each.id} target={target} series={each} hours={hours} marks={marks} />
          ))}
        </div>
      </Suspense>
      <p className="muted small">
        A line that breaks off is time without a reading. The blue ground is what is usual at each hour of the week, red
        ground the time of an alert. Upright lines are runs and applied changes (dashed), and where the level of this
        series has changed for good.
      </p>
      <Marks marks={marks} series={series} />
    </>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  choose: (what: string, value: string) => void;
  children: React.ReactNode;
}

function Choice({ id, label, value, choose, children }: ChoiceProps) {
  return (
    <Select
      id={`monitoring-${id}`}
      size="sm"
      inline
      labelText={label}
      value={value}
      onChange={(event) => choose(id, event.target.value)}
    >
      {children}
    </Select>
  );
}
