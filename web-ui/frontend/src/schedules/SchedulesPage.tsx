import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow } from '@carbon/react';
import { Add } from '@carbon/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { schedulesQuery, type Schedule } from '../api/schedules';
import { words } from '../format/figures';
import { RoleButton } from '../session/RoleButton';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';
import { Became } from './Became';
import { wordsOf } from './rhythm';
import { ownZone, timeIn } from './zones';

export function SchedulesPage() {
  const schedules = useQuery(schedulesQuery);
  const navigate = useNavigate();
  const add = (
    <RoleButton needs="OPERATOR" renderIcon={Add} size="md" onClick={() => void navigate('/schedules/new')}>
      Add schedule
    </RoleButton>
  );
  return (
    <>
      <PageTitle title="Schedules" actions={add}>
        Runs that begin by themselves. They change nothing before somebody approved their plan.
      </PageTitle>
      <Loaded query={schedules}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No schedule yet." action={add}>
              Have a target looked at every night: add one here, or run ./perfloop schedule add TARGET “0 2 * * *”.
            </Empty>
          ) : (
            <ScheduleTable rows={rows} />
          )
        }
      </Loaded>
    </>
  );
}

function ScheduleTable({ rows }: { rows: Schedule[] }) {
  return (
    <TableContainer className="table-scroll">
      <Table size="md" aria-label="Schedules">
        <TableHead>
          <TableRow>
            <TableHeader>Target</TableHeader>
            <TableHeader>When</TableHeader>
            <TableHeader>Intensity</TableHeader>
            <TableHeader>Next run</TableHeader>
            <TableHeader>Last time</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((schedule) => (
            <TableRow key={schedule.id}>
              <TableCell>
                <Link to={`/schedules/${encodeURIComponent(schedule.id)}`} className="strong ellipsis">
                  {schedule.target}
                  <span className="visually-hidden"> {schedule.id}</span>
                </Link>
              </TableCell>
              <TableCell>
                {wordsOf(schedule.times)} <span className="muted">{schedule.zone}</span>
              </TableCell>
              <TableCell>{words(schedule.intensity)}</TableCell>
              <TableCell>
                <Next schedule={schedule} />
              </TableCell>
              <TableCell>
                {schedule.last ? <Became tick={schedule.last} /> : <span className="muted">none yet</span>}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Next({ schedule: { status, next, zone } }: { schedule: Schedule }) {
  const [first] = next;
  if (!first) {
    return <span className="muted">{status === 'PAUSED' ? 'paused' : 'no more'}</span>;
  }
  return (
    <>
      {timeIn(zone, first)}
      {zone !== ownZone() && <div className="muted small">{timeIn(ownZone(), first)} for you</div>}
    </>
  );
}
