import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { planQuery } from '../api/queries';
import { Loaded } from '../shell/Loaded';
import { Empty, WaitingLines } from '../shell/States';
import { ChangeList } from './ChangeList';
import type { RunTabProps } from './RunTabs';

const Prose = lazy(async () => ({ default: (await import('../shell/Prose')).Prose }));

export function PlanTab({ run }: RunTabProps) {
  const plan = useQuery(planQuery(run.id));
  return (
    <Loaded query={plan}>
      {(drafted) =>
        drafted === null ? (
          <Empty title={run.status === 'ENDED' ? 'This run drafted no plan.' : 'No plan yet.'}>
            {run.status === 'ENDED'
              ? 'It ended before there was something to change.'
              : 'It is drafted once root causes are known, and nothing is applied before it is approved.'}
          </Empty>
        ) : (
          <>
            <p className="lead">{drafted.summary}</p>
            <p className="downloads">
              Download: <a href={`/api/runs/${encodeURIComponent(run.id)}/plan.md`}>Markdown</a>,{' '}
              <a href={`/api/runs/${encodeURIComponent(run.id)}/plan.json`}>JSON</a>
            </p>
            <section>
              <h3>Changes</h3>
              <ChangeList changes={drafted.changes} endedRun={run.status === 'ENDED' ? run.id : null} />
            </section>
            <section className="block">
              <h3>Document</h3>
              <Suspense fallback={<WaitingLines />}>
                <Prose markdown={drafted.document} />
              </Suspense>
            </section>
          </>
        )
      }
    </Loaded>
  );
}
