import { useQuery } from '@tanstack/react-query';
import { loadsQuery, verdictsQuery } from '../api/queries';
import type { Comparison } from '../api/types';
import { ProfileSection } from '../measured/ProfileSection';
import { StatementsSection } from '../measured/StatementsSection';
import { percent, words } from '../format/figures';
import { Loaded } from '../shell/Loaded';
import { Empty } from '../shell/States';
import { byProfile } from './beforeAfter';
import { LoadsTable } from './LoadsTable';
import { Return } from './Return';
import type { RunTabProps } from './RunTabs';

export function BeforeAfterTab({ run }: RunTabProps) {
  const verdicts = useQuery(verdictsQuery(run.id));
  const loads = useQuery(loadsQuery(run.id));
  return (
    <>
      <Loaded query={verdicts}>
        {({ verdicts: rows, comparisons }) =>
          rows.length === 0 ? (
            <Empty title={run.status === 'ENDED' ? 'Nothing was compared.' : 'Nothing to compare yet.'}>
              {run.status === 'ENDED'
                ? 'The run ended before a change was measured.'
                : 'The same load is driven before and after the change; the comparison follows the second.'}
            </Empty>
          ) : (
            <>
              <Comparisons rows={comparisons} />
              {byProfile(rows).map((profile) => (
                <ProfileSection key={profile.profile} runId={run.id} verdicts={profile} loads={loads.data ?? []} />
              ))}
              <StatementsSection runId={run.id} profiles={byProfile(rows).map(({ profile }) => profile)} />
            </>
          )
        }
      </Loaded>
      {run.status === 'ENDED' && <Return runId={run.id} />}
      <Loaded query={loads}>{(tests) => <LoadsTable loads={tests} />}</Loaded>
    </>
  );
}

function Comparisons({ rows }: { rows: Comparison[] }) {
  const last = rows.reduce<Comparison | null>((a, b) => (a && a.round > b.round ? a : b), null);
  if (!last) {
    return null;
  }
  return (
    <p className="lead">
      <b>{words(last.verdict)}</b>
      {rows.length > 1 && ` after ${last.round} rounds`}: {last.reason.replace(/\.?$/, '.')}{' '}
      <span className="muted">
        Objectives {last.objectivesMet ? 'met' : 'not met'}; {percent(last.gainSharePct)} of the targeted gain reached
        {last.moreRuns > 0 && `; ${last.moreRuns} more runs would settle it`}.
      </span>
      {last.noise !== null && <span className="muted"> {last.noise}</span>}
    </p>
  );
}
