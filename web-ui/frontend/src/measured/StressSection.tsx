import { Tag } from '@carbon/react';
import { useMemo } from 'react';
import type { LoadTest } from '../api/types';
import { PlotChart } from '../charts/PlotChart';
import type { Plot, PlotLine } from '../charts/plotOptions';
import { decimal, millis, rate, share } from '../format/figures';
import { breakingPoints, byRate, stressTests, type StressTest } from './stress';

const LINES: PlotLine[] = [
  { label: 'Before', token: '--chart-before', dashed: true, points: true },
  { label: 'After', token: '--chart-after', points: true },
];
const ARRIVALS = { label: 'Arrivals a second', format: decimal };
const NAMES = { BEFORE: 'Before', AFTER: 'After' } as const;

/** What the target bears: answers and their times by arrival rate, where it broke and what was at its end then. */
export function StressSection({ loads }: { loads: LoadTest[] }) {
  const tests = useMemo(() => stressTests(loads), [loads]);
  const [latency, answered, latencies, answers] = useMemo(() => {
    const marks = breakingPoints(tests);
    const plot = (label: string, format: (value: number) => string, log: boolean): Plot => ({
      lines: LINES,
      x: ARRIVALS,
      y: { label, format, log },
      marks,
    });
    return [
      plot('p95', millis, true),
      plot('Answers a second', rate, false),
      byRate(tests, ({ figures }) => figures.p95Ms),
      byRate(tests, ({ figures }) => figures.throughput * (1 - figures.errorRate)),
    ] as const;
  }, [tests]);
  if (tests.length === 0) {
    return null;
  }
  return (
    <>
      <div className="chart-grid">
        <figure className="chart-figure">
          <figcaption>p95 by arrival rate; a dashed upright line is the breaking point</figcaption>
          <PlotChart title="p95 by arrival rate, before and after" columns={latencies} plot={latency} height={260} />
        </figure>
        <figure className="chart-figure">
          <figcaption>Answers without an error, by arrival rate</figcaption>
          <PlotChart title="Answers by arrival rate, before and after" columns={answers} plot={answered} height={260} />
        </figure>
      </div>
      <div className="stress-ends">
        {tests.map((test) => (
          <StressEnd key={test.phase} test={test} />
        ))}
      </div>
    </>
  );
}

function StressEnd({ test: { phase, breakingRate, words, saturated, calm, steps } }: { test: StressTest }) {
  const at = steps.find(({ rate: each }) => each === breakingRate);
  return (
    <section>
      <h4>
        {NAMES[phase]}:{' '}
        {breakingRate === null
          ? `held all steps up to ${rate(steps.at(-1)?.rate)}`
          : `broke at ${rate(breakingRate)} (${millis(at?.figures.p95Ms)} p95, ${share(at?.figures.errorRate)} errors)`}
      </h4>
      <ul className="load-checks">
        {words.map(({ subject, words: said }) => (
          <li key={subject}>
            <span className="strong">{subject}.</span> {said}
          </li>
        ))}
        {saturated.map(({ subject, words: said }) => (
          <li key={subject}>
            <Tag type="magenta" size="sm">
              At its end
            </Tag>{' '}
            <span className="strong">{subject}.</span> {said}
          </li>
        ))}
        {saturated.length === 0 && calm.length > 0 && (
          <li>Nothing that was looked at was at its end: {calm.map(({ subject }) => subject).join(', ')}.</li>
        )}
      </ul>
    </section>
  );
}
