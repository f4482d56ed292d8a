import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { RoleButton } from '../session/RoleButton';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty, Failure } from '../shell/States';
import { TargetTrail } from '../targets/TargetTrail';
import { askForReport, reportsKey, reportsQuery, type TargetReport } from './queries';
import { ReportList } from './ReportList';
import { ReportShown } from './ReportShown';

/** The weeks of a target, as they are sent by e-mail, and any other time that somebody asked for. */
export function ReportsPage() {
  const { name = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const cache = useQueryClient();
  const reports = useQuery(reportsQuery(name));
  const ask = useMutation({
    mutationFn: () => askForReport(name),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: reportsKey(name) });
      setParams({ report: id });
    },
  });
  const askNow = (
    <RoleButton needs="OPERATOR" size="md" disabled={ask.isPending} onClick={() => ask.mutate()}>
      Report the last seven days
    </RoleButton>
  );
  return (
    <>
      <TargetTrail name={name} page="Reports" />
      <PageTitle title={`Reports of ${name}`} actions={askNow}>
        What its weeks were like, what took the time, and whether what was kept still earns its place.
      </PageTitle>
      {ask.error && <Failure error={ask.error} />}
      <Loaded query={reports}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No report yet.">
              The week of a monitored target is reported on the Monday after it. Ask for the last seven days at any
              time, here or by ./perfloop report week --target {name}.
            </Empty>
          ) : (
            <>
              <ReportList rows={rows} shown={shown(rows, params.get('report'))?.id ?? null} />
              <ReportShown report={shown(rows, params.get('report'))} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

/** The one that was picked, else the newest that is made. */
function shown(rows: TargetReport[], picked: string | null): TargetReport | null {
  return rows.find(({ id }) => id === picked) ?? rows.find(({ status }) => status === 'MADE') ?? null;
}
