import { Breadcrumb, BreadcrumbItem } from '@carbon/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { formatOf, nameOf } from '../monitoring/shown';
import { RoleButton } from '../session/RoleButton';
import { fullTime } from '../format/times';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty, Failure } from '../shell/States';
import { FROM, heldAgainst } from './draft';
import {
  setThreshold,
  thresholdsKey,
  thresholdsQuery,
  unsetThreshold,
  type SeriesThreshold,
  type Wish,
} from './queries';
import { ThresholdForm } from './ThresholdForm';

export function ThresholdPage() {
  const { name = '', series = '' } = useParams();
  const thresholds = useQuery(thresholdsQuery(name));
  const path = `/targets/${encodeURIComponent(name)}`;
  return (
    <>
      <Breadcrumb noTrailingSlash>
        <BreadcrumbItem>
          <Link to={path} className="ellipsis">
            {name}
          </Link>
        </BreadcrumbItem>
        <BreadcrumbItem>
          <Link to={`${path}/monitoring`}>Monitoring</Link>
        </BreadcrumbItem>
        <BreadcrumbItem>
          <Link to={`${path}/thresholds`}>Thresholds</Link>
        </BreadcrumbItem>
        <BreadcrumbItem isCurrentPage>{series}</BreadcrumbItem>
      </Breadcrumb>
      <Loaded query={thresholds}>
        {(rows) => {
          const row = rows.find(({ id }) => String(id) === series);
          return row ? (
            <Editor target={name} series={row} />
          ) : (
            <>
              <PageTitle title="Threshold">Of one series of {name}.</PageTitle>
              <Empty title="There is no such series.">Pick one from the thresholds of the target.</Empty>
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Editor({ target, series }: { target: string; series: SeriesThreshold }) {
  const { id, metric, title, unit, value, holds } = series;
  const cache = useQueryClient();
  const onSuccess = () => cache.invalidateQueries({ queryKey: thresholdsKey(target) });
  const save = useMutation({ mutationFn: (wish: Wish) => setThreshold(id, wish), onSuccess });
  const remove = useMutation({ mutationFn: () => unsetThreshold(id), onSuccess });
  const own = holds?.from === 'OWN';
  return (
    <>
      <PageTitle
        title={title ? `${nameOf(metric)} of ${title}` : nameOf(metric)}
        actions={
          own && (
            <RoleButton
              needs="OPERATOR"
              kind="tertiary"
              size="md"
              disabled={remove.isPending}
              onClick={() => remove.mutate()}
            >
              Take it away
            </RoleButton>
          )
        }
      >
        {value !== null && `It is ${formatOf(unit)(value)} now. `}
        {holds
          ? `It is a trouble ${heldAgainst(holds, unit)}: ${FROM[holds.from]}${
              holds.setBy ? `, set by ${holds.setBy}, ${fullTime(holds.since)}` : ''
            }.`
          : 'Nothing is known yet to hold it against.'}
      </PageTitle>
      {remove.error && <Failure error={remove.error} />}
      <ThresholdForm
        key={`${id} ${holds?.from} ${own ? holds.since : ''}`}
        target={target}
        series={series}
        pending={save.isPending}
        error={save.error}
        onSave={(wish) => save.mutate(wish)}
      />
    </>
  );
}
