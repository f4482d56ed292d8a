import { Button, Search, Select, SelectItem } from '@carbon/react';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { getJson } from '../api/http';
import { keys } from '../api/keys';
import { after } from '../api/queries';
import type { Log, LogLine } from '../api/types';
import { counted, words } from '../format/figures';
import { clockTime, fullTime } from '../format/times';
import { useRefetchInterval } from '../live/LiveContext';
import type { RunTabProps } from '../runs/RunTabs';
import { Loaded } from '../shell/Loaded';
import { LoadMore } from '../shell/LoadMore';
import { Empty } from '../shell/States';
import { chosenLines, toneOf } from './logLines';

/** Only what fits a look is put on the page at once. */
const AT_ONCE = 200;
/** So much is fetched and searched at once: nearly every run is shorter. */
const PAGE = 2_000;
const KINDS: Record<LogLine['kind'], string> = {
  STEP: 'Steps',
  LOAD: 'Load tests',
  STATEMENT: 'Statements sent to the target',
  GUARD: 'Guards',
  APPROVAL: 'Approvals',
  RUN: 'The run',
};

const logQuery = (runId: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.steps(runId), 'log'],
    queryFn: ({ signal, pageParam }) =>
      getJson<Log>(`/api/runs/${encodeURIComponent(runId)}/log?limit=${PAGE}${after(pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What the run wrote down, as text. */
export function LogTab({ run }: RunTabProps) {
  const log = useInfiniteQuery({ ...logQuery(run.id), refetchInterval: useRefetchInterval(run.status !== 'ENDED') });
  return (
    <Loaded query={log}>
      {({ pages }) =>
        pages[0]?.lines.length === 0 ? (
          <Empty title="Nothing was written down yet.">The first line comes with the first step.</Empty>
        ) : (
          <Lines pages={pages} older={<LoadMore query={log} label="Load older lines" />} />
        )
      }
    </Loaded>
  );
}

function Lines({ pages, older }: { pages: Log[]; older: ReactNode }) {
  const [kind, setKind] = useState('');
  const [asked, setAsked] = useState('');
  const [shown, setShown] = useState(AT_ONCE);
  const wanted = useDeferredValue(asked);
  const all = useMemo(() => [...pages].reverse().flatMap(({ lines }) => lines), [pages]);
  const lines = useMemo(() => chosenLines(all, kind, wanted), [all, kind, wanted]);
  const hasOlder = pages.at(-1)?.nextCursor != null;
  return (
    <>
      <div className="log-filter">
        <Select id="log-kind" size="sm" labelText="Show" value={kind} onChange={(event) => setKind(event.target.value)}>
          <SelectItem value="" text="Everything" />
          {Object.entries(KINDS).map(([code, label]) => (
            <SelectItem key={code} value={code} text={label} />
          ))}
        </Select>
        <Search
          size="sm"
          labelText="Find in the log"
          placeholder="Find in the log"
          value={asked}
          onChange={(event) => setAsked(event.target.value)}
        />
      </div>
      <p className="muted small" role="status">
        {lines.length === 0 ? 'No line holds these words.' : counted(lines.length, 'line')}
        {hasOlder && '; older lines are not loaded yet'}
      </p>
      <ol className="log">
        {lines.slice(-shown).map((line, index) => (
          <li key={`${line.at} ${line.kind} ${line.subject} ${index}`} className={`log-${toneOf(line)}`}>
            <time dateTime={line.at} title={fullTime(line.at)}>
              {clockTime(line.at)}
            </time>
            <span className="log-state">{words(line.state)}</span>
            <span className="log-text">
              <bdi className="strong">{line.subject}</bdi>
              {line.words && <bdi> {line.words}</bdi>}
            </span>
          </li>
        ))}
      </ol>
      {lines.length > shown ? (
        <Button kind="ghost" size="sm" onClick={() => setShown(shown + 4 * AT_ONCE)}>
          Show older lines
        </Button>
      ) : (
        older
      )}
    </>
  );
}
