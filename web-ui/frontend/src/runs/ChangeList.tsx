import { Tag } from '@carbon/react';
import type { PlanContent } from '../api/stored';
import type { Change, ChangeStatus } from '../api/types';
import { words } from '../format/figures';
import { Command } from '../shell/Command';
import { GuardAnswers } from './GuardAnswers';
import { TakeBack } from './TakeBack';

const STATUS_TYPES = {
  PROPOSED: 'blue',
  APPLYING: 'cyan',
  APPLIED: 'teal',
  TAKING_OUT: 'purple',
  OUT: 'purple',
  PUTTING_BACK: 'purple',
  UNDOING: 'magenta',
  KEPT: 'green',
  REVERTED: 'magenta',
  SKIPPED: 'cool-gray',
  TO_BE_TAKEN_BACK: 'red',
} as const satisfies Record<ChangeStatus, string>;

/** The kind of change that a person applies. */
export const BY_HAND = 'CODE_ADVICE';

/** The exact statements, in the order in which they are applied, each with the one that takes it back. */
export function ChangeList({
  changes,
  content = null,
  endedRun = null,
}: {
  changes: Change[];
  content?: PlanContent | null;
  /** Where what was kept can be taken back. */
  endedRun?: string | null;
}) {
  if (changes.length === 0) {
    return <p className="muted">The plan has no statement to apply.</p>;
  }
  return (
    <ol className="changes">
      {changes.map((change) => (
        <li key={change.id} className="change">
          <header>
            <span className="finding-rank">{change.position}</span>
            <h4>{words(change.kind)}</h4>
            <Tag type={STATUS_TYPES[change.status]} size="sm">
              {words(change.status)}
            </Tag>
            {change.earned === false && <span className="muted">did not earn its place</span>}
          </header>
          {change.kind === BY_HAND ? (
            <>
              <p>A person does this: {change.statement}. The document says how and where.</p>
              <p className="muted">Perfloop cannot take it back. A person does: {change.undoStatement}</p>
            </>
          ) : (
            <>
              <Sql label="Statement" sql={change.statement} />
              <Sql label="Rollback" sql={change.undoStatement} />
            </>
          )}
          <Risks risks={content?.steps.find(({ changeId }) => changeId === change.id)?.risks ?? []} />
          {change.guards.length > 0 && <GuardAnswers answers={change.guards} />}
          {change.note && <p className="muted">{change.note}</p>}
          {endedRun !== null && change.kind !== BY_HAND && ['KEPT', 'UNDOING', 'REVERTED'].includes(change.status) && (
            <TakeBack change={change} runId={endedRun} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Risks({ risks }: { risks: string[] }) {
  return (
    risks.length > 0 && (
      <div className="sql">
        <span className="sql-label">Risk</span>
        <ul className="plain-list">
          {risks.map((risk) => (
            <li key={risk}>{risk}</li>
          ))}
        </ul>
      </div>
    )
  );
}

function Sql({ label, sql }: { label: string; sql: string }) {
  return (
    <div className="sql">
      <span className="sql-label">{label}</span>
      <Command text={sql} what={label.toLowerCase()} />
    </div>
  );
}
