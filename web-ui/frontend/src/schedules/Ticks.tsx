import { Button, Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow } from '@carbon/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ticksQuery } from '../api/schedules';
import { fullTime } from '../format/times';
import { Failure, WaitingLines } from '../shell/States';
import { Became } from './Became';
import { timeIn } from './zones';

export function Ticks({ id, zone }: { id: string; zone: string }) {
  const ticks = useInfiniteQuery(ticksQuery(id));
  const all = ticks.data?.pages.flatMap((page) => page.ticks) ?? [];
  return (
    <section className="block">
      <h2>What its times became</h2>
      {ticks.isPending && <WaitingLines />}
      {ticks.isError && <Failure error={ticks.error} retry={() => void ticks.refetch()} />}
      {ticks.data && all.length === 0 && <p className="muted">None was due yet.</p>}
      {all.length > 0 && (
        <TableContainer className="table-scroll">
          <Table size="sm" aria-label="Times that were due">
            <TableHead>
              <TableRow>
                <TableHeader>Due</TableHeader>
                <TableHeader>What became of it</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {all.map((tick) => (
                <TableRow key={tick.dueAt}>
                  <TableCell title={`Decided ${fullTime(tick.decidedAt)}`}>{timeIn(zone, tick.dueAt)}</TableCell>
                  <TableCell>
                    <Became tick={tick} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {ticks.hasNextPage && (
        <Button kind="ghost" size="sm" disabled={ticks.isFetchingNextPage} onClick={() => void ticks.fetchNextPage()}>
          {ticks.isFetchingNextPage ? 'Loading …' : 'Show older ones'}
        </Button>
      )}
    </section>
  );
}
