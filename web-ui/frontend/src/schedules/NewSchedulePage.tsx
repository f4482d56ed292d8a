import { Breadcrumb, BreadcrumbItem, Select, SelectItem } from '@carbon/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { targetsQuery } from '../api/queries';
import { makeSchedule, scheduleKeys, type ScheduleWish } from '../api/schedules';
import type { TargetRow } from '../api/types';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';
import { ScheduleForm } from './ScheduleForm';
import { ownZone } from './zones';

export function NewSchedulePage() {
  const targets = useQuery(targetsQuery);
  return (
    <>
      <Breadcrumb noTrailingSlash>
        <BreadcrumbItem>
          <Link to="/schedules">Schedules</Link>
        </BreadcrumbItem>
        <BreadcrumbItem isCurrentPage>New</BreadcrumbItem>
      </Breadcrumb>
      <PageTitle title="Add schedule">
        Its runs begin by themselves. What they propose still waits for somebody’s approval.
      </PageTitle>
      <Loaded query={targets}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No target is registered." action={<Link to="/targets/new">Register a target</Link>}>
              A schedule needs a target to run on.
            </Empty>
          ) : (
            <NewSchedule targets={rows} />
          )
        }
      </Loaded>
    </>
  );
}

function NewSchedule({ targets }: { targets: TargetRow[] }) {
  const [params, setParams] = useSearchParams();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const target = targets.find(({ name }) => name === params.get('target'))?.name ?? targets[0]?.name ?? '';
  const make = useMutation({
    mutationFn: (wish: ScheduleWish) => makeSchedule(target, wish),
    onSuccess: async ({ schedule }) => {
      await cache.invalidateQueries({ queryKey: scheduleKeys });
      await navigate(`/schedules/${encodeURIComponent(schedule.id)}`);
    },
  });
  return (
    <ScheduleForm
      start={{ times: '0 2 * * *', zone: ownZone(), intensity: 'QUICK', inWindowsOnly: true }}
      verb="Add schedule"
      pending={make.isPending}
      error={make.error}
      onSave={(wish) => make.mutate(wish)}
    >
      <Select
        id="schedule-target"
        labelText="Target"
        value={target}
        onChange={(event) => setParams({ target: event.target.value }, { replace: true })}
      >
        {targets.map(({ name }) => (
          <SelectItem key={name} value={name} text={name} />
        ))}
      </Select>
    </ScheduleForm>
  );
}
