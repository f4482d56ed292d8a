import { Button, TextInput } from '@carbon/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useSearchParams } from 'react-router';
import { auditQuery, type AuditFilter } from '../api/access';
import { LoadMore } from '../shell/LoadMore';
import { Empty, Failure, WaitingLines } from '../shell/States';
import { AuditTable } from './AuditTable';
import { filterIn, localTime, paramsOf } from './auditFilter';

/** Who changed what; the filter is part of the address. */
export function AuditLog() {
  const [params, setParams] = useSearchParams();
  const filter = filterIn(params);
  const log = useInfiniteQuery(auditQuery(filter));
  const events = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="block">
      <h2>Audit log</h2>
      <Filter key={params.toString()} filter={filter} onChange={(next) => setParams(paramsOf(next))} />
      {log.isPending && <WaitingLines lines={6} />}
      {log.isError && !log.data && <Failure error={log.error} retry={() => void log.refetch()} />}
      {log.data && events.length === 0 && (
        <Empty title="Nothing found.">Nobody changed anything that this filter lets through.</Empty>
      )}
      {events.length > 0 && <AuditTable events={events} />}
      <LoadMore query={log} />
    </section>
  );
}

function Filter({ filter, onChange }: { filter: AuditFilter; onChange: (next: AuditFilter) => void }) {
  const [draft, setDraft] = useState(filter);
  const field = (name: 'who' | 'target', label: string) => (
    <TextInput
      id={`audit-${name}`}
      size="sm"
      labelText={label}
      value={draft[name]}
      onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
    />
  );
  const time = (name: 'from' | 'to', label: string) => (
    <TextInput
      id={`audit-${name}`}
      size="sm"
      type="datetime-local"
      labelText={label}
      value={localTime(draft[name])}
      onChange={(event) => setDraft({ ...draft, [name]: instant(event.target.value) })}
    />
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onChange(draft);
  };
  return (
    <form className="audit-filter" onSubmit={submit} aria-label="Filter of the audit log">
      {field('who', 'Who')}
      {field('target', 'Target')}
      {time('from', 'From')}
      {time('to', 'To')}
      <Button type="submit" size="sm" kind="tertiary">
        Show
      </Button>
    </form>
  );
}

function instant(local: string): string {
  return local === '' ? '' : new Date(local).toISOString();
}
