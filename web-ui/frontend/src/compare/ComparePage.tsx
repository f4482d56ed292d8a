import { Breadcrumb, BreadcrumbItem } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { loadsQuery, runQuery } from '../api/queries';
import { surroundingsQuery } from '../history/queries';
import { PageTitle } from '../shell/PageTitle';
import { Empty, Failure, WaitingLines } from '../shell/States';
import { Comparison } from './Comparison';
import type { Side } from './sideBySide';

export function ComparePage() {
  const [params] = useSearchParams();
  const a = params.get('a') ?? '';
  const b = params.get('b') ?? '';
  return (
    <>
      <Breadcrumb noTrailingSlash>
        <BreadcrumbItem>
          <Link to="/runs">Runs</Link>
        </BreadcrumbItem>
        <BreadcrumbItem isCurrentPage>Compare</BreadcrumbItem>
      </Breadcrumb>
      <PageTitle title="Two runs side by side">What the load tests of each measured, and how it differs.</PageTitle>
      {a === '' || b === '' || a === b ? (
        <Empty title="Two runs are needed." action={<Link to="/targets">Targets</Link>}>
          Pick them in the history of a target, or name them in the address: /compare?a=RUN&b=RUN
        </Empty>
      ) : (
        <TwoRuns key={`${a} ${b}`} a={a} b={b} />
      )}
    </>
  );
}

function TwoRuns({ a, b }: { a: string; b: string }) {
  const first = useSide(a);
  const second = useSide(b);
  const failure = first.error ?? second.error;
  if (failure) {
    return <Failure error={failure} />;
  }
  return first.side && second.side ? <Comparison a={first.side} b={second.side} /> : <WaitingLines lines={6} />;
}

function useSide(id: string): { side: Side | null; error: Error | null } {
  const run = useQuery(runQuery(id));
  const loads = useQuery(loadsQuery(id));
  const surroundings = useQuery(surroundingsQuery(id));
  const side =
    run.data && loads.data && surroundings.data
      ? { run: run.data, loads: loads.data, surroundings: surroundings.data }
      : null;
  return { side, error: side ? null : (run.error ?? loads.error ?? surroundings.error) };
}
