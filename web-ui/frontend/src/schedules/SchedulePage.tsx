import { Breadcrumb, BreadcrumbItem, InlineNotification } from '@carbon/react';
import { Pause, Play } from '@carbon/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { changeSchedule, scheduleKeys, scheduleQuery, setSchedule, type Schedule } from '../api/schedules';
import { fullTime } from '../format/times';
import { RoleButton } from '../session/RoleButton';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Failure } from '../shell/States';
import { RemoveSchedule } from './RemoveSchedule';
import { ScheduleForm } from './ScheduleForm';
import { Ticks } from './Ticks';
import { wordsOf } from './rhythm';

export function SchedulePage() {
  const { id = '' } = useParams();
  const schedule = useQuery(scheduleQuery(id));
  return (
    <>
      <Breadcrumb noTrailingSlash>
        <BreadcrumbItem>
          <Link to="/schedules">Schedules</Link>
        </BreadcrumbItem>
        <BreadcrumbItem isCurrentPage>{id}</BreadcrumbItem>
      </Breadcrumb>
      <Loaded query={schedule}>{(known) => <OneSchedule schedule={known} />}</Loaded>
    </>
  );
}

function OneSchedule({ schedule }: { schedule: Schedule }) {
  const { id, target, times, zone, status, heard, changedBy, changedAt, last } = schedule;
  const cache = useQueryClient();
  const onSuccess = () => cache.invalidateQueries({ queryKey: scheduleKeys });
  const paused = status === 'PAUSED';
  const set = useMutation({ mutationFn: () => setSchedule(id, paused ? 'resume' : 'pause'), onSuccess });
  const save = useMutation({
    mutationFn: (wish: Parameters<typeof changeSchedule>[1]) => changeSchedule(id, wish),
    onSuccess,
  });
  const actions = (
    <>
      <RoleButton
        needs="OPERATOR"
        kind="tertiary"
        size="md"
        renderIcon={paused ? Play : Pause}
        disabled={set.isPending}
        onClick={() => set.mutate()}
      >
        {paused ? 'Resume' : 'Pause'}
      </RoleButton>
      <RemoveSchedule id={id} target={target} />
    </>
  );
  return (
    <>
      <PageTitle title={`${wordsOf(times)} on ${target}`} actions={actions}>
        On the clock of {zone}. Changed by {changedBy}, {fullTime(changedAt)}, who stands for its runs.
      </PageTitle>
      {set.error && <Failure error={set.error} />}
      {paused && (
        <InlineNotification
          kind="info"
          lowContrast
          hideCloseButton
          title="Paused."
          subtitle="No run begins until it is resumed; what would have come meanwhile is not made up for."
        />
      )}
      {!heard && (
        <InlineNotification
          kind="info"
          lowContrast
          hideCloseButton
          title="The process engine has not heard of the last change yet."
          subtitle="It is told again every few seconds. If this lasts, check that the Camunda broker and the workers are up."
        />
      )}
      <ScheduleForm
        key={`${changedAt} ${status}`}
        start={schedule}
        verb="Save changes"
        pending={save.isPending}
        error={save.error}
        onSave={(wish) => save.mutate(wish)}
      />
      <Ticks key={last?.dueAt ?? 'none'} id={id} zone={zone} />
    </>
  );
}
