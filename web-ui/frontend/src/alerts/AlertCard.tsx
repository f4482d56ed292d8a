import { Tag } from '@carbon/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { alertKeys, judgeAlert, muteAlert, setAlert, type Alert, type Breach, type Response } from '../api/alerts';
import { millis, share, words } from '../format/figures';
import { fullTime, shortTime } from '../format/times';
import { RoleButton } from '../session/RoleButton';
import { Failure } from '../shell/States';
import { Deliveries } from './Deliveries';

const STATES: Record<Alert['state'], { type: 'red' | 'blue' | 'gray' | 'green'; label: string }> = {
  OPEN: { type: 'red', label: 'Open' },
  ACKNOWLEDGED: { type: 'blue', label: 'Looked after' },
  MUTED: { type: 'gray', label: 'Muted' },
  RESOLVED: { type: 'green', label: 'Over' },
};

const FROM: Record<Breach['thresholdFrom'], string> = {
  OWN: 'its own',
  DECISION: 'decided',
  OBJECTIVE: 'objective',
  HISTORY: 'usual at this hour',
};

const NOT_DONE = {
  START_RUN: 'No run began.',
  ROLL_BACK: 'No change was taken back.',
  OPEN_APPROVAL: 'Nobody was asked to take a change back.',
  ASK_FOR_SCALING: 'Scaling was not asked for.',
} as const satisfies Record<Exclude<Response['action'], 'NOTIFY'>, string>;

const A_WHILE = 4;

export function AlertCard({ alert }: { alert: Alert }) {
  const state = STATES[alert.state];
  return (
    <article className="alert-card">
      <header>
        <Tag type={alert.severity === 'CRITICAL' ? 'red' : 'magenta'} size="sm">
          {words(alert.severity)}
        </Tag>
        <Tag type={state.type} size="sm">
          {state.label}
        </Tag>
        <h2>
          {alert.family === 'CPU' ? alert.family : words(alert.family)} of{' '}
          <Link to={`/targets/${encodeURIComponent(alert.target)}`}>{alert.target}</Link>
        </h2>
        <span className="muted" title={fullTime(alert.openedAt)}>
          {shortTime(alert.openedAt)}
          {alert.resolvedAt && ` to ${shortTime(alert.resolvedAt)}`}
        </span>
      </header>
      <p>{alert.words}</p>
      {alert.breaches.length > 1 && (
        <ul className="alert-breaches">
          {alert.breaches.map((breach) => (
            <li key={`${breach.metric} ${breach.subject ?? ''}`}>{said(breach)}</li>
          ))}
        </ul>
      )}
      <Said alert={alert} />
      {alert.responses.map((response) => (
        <Done key={`${response.severity} ${response.action}`} response={response} />
      ))}
      <Deliveries deliveries={alert.deliveries} />
      <Judged alert={alert} />
      {alert.state !== 'RESOLVED' && <Answers alert={alert} />}
    </article>
  );
}

/** What was done about it, or what stood against that. */
function Done({ response: { action, runId, changeId, words: asked, whyNone } }: { response: Response }) {
  if (action === 'NOTIFY') {
    return null;
  }
  if (whyNone) {
    return (
      <p className="muted">
        {NOT_DONE[action]} {whyNone}
      </p>
    );
  }
  if (action === 'START_RUN') {
    return (
      <p className="muted">
        {runId ? <Link to={`/runs/${encodeURIComponent(runId)}`}>A run began</Link> : 'No run began.'}
      </p>
    );
  }
  const of = changeId?.replace(/-c\d+$/, '');
  return (
    <p className="muted">
      {asked} {of && <Link to={`/runs/${encodeURIComponent(of)}/plan`}>The change</Link>}
    </p>
  );
}

/** People say whether it was real: monitoring is held to that. */
function Judged({ alert: { id, verdict, verdictBy } }: { alert: Alert }) {
  const cache = useQueryClient();
  const judge = useMutation({
    mutationFn: (said: 'REAL' | 'NOISE') => judgeAlert(id, said),
    onSuccess: () => cache.invalidateQueries({ queryKey: alertKeys }),
  });
  const rest = { needs: 'OPERATOR', kind: 'ghost', size: 'sm', disabled: judge.isPending } as const;
  return (
    <div className="form-buttons">
      {judge.error && <Failure error={judge.error} />}
      {verdict && (
        <span className="muted">
          {verdictBy} says: {verdict === 'REAL' ? 'it was real.' : 'it was noise.'}
        </span>
      )}
      {verdict !== 'REAL' && (
        <RoleButton {...rest} onClick={() => judge.mutate('REAL')}>
          This was real
        </RoleButton>
      )}
      {verdict !== 'NOISE' && (
        <RoleButton {...rest} onClick={() => judge.mutate('NOISE')}>
          This was noise
        </RoleButton>
      )}
    </div>
  );
}

function Said({ alert: { state, changedBy, mutedUntil } }: { alert: Alert }) {
  if (state === 'MUTED') {
    const until = mutedUntil ? `until ${shortTime(mutedUntil)}` : 'for as long as it lasts';
    return (
      <p className="muted">{changedBy ? `Muted by ${changedBy} ${until}.` : 'Muted: a maintenance window is open.'}</p>
    );
  }
  return state === 'ACKNOWLEDGED' ? <p className="muted">{changedBy} looks after it.</p> : null;
}

function Answers({ alert: { id, state } }: { alert: Alert }) {
  const cache = useQueryClient();
  const onSuccess = () => cache.invalidateQueries({ queryKey: alertKeys });
  const set = useMutation({ mutationFn: (what: 'acknowledge' | 'reopen') => setAlert(id, what), onSuccess });
  const mute = useMutation({ mutationFn: (hours: number | null) => muteAlert(id, hours), onSuccess });
  const error = set.error ?? mute.error;
  const rest = { needs: 'OPERATOR', kind: 'ghost', size: 'sm', disabled: set.isPending || mute.isPending } as const;
  return (
    <div className="form-buttons">
      {error && <Failure error={error} />}
      {state === 'OPEN' ? (
        <>
          <RoleButton {...rest} onClick={() => set.mutate('acknowledge')}>
            I look after it
          </RoleButton>
          <RoleButton {...rest} onClick={() => mute.mutate(A_WHILE)}>
            Mute for {A_WHILE} hours
          </RoleButton>
          <RoleButton {...rest} onClick={() => mute.mutate(null)}>
            Mute while it lasts
          </RoleButton>
        </>
      ) : (
        <RoleButton {...rest} onClick={() => set.mutate('reopen')}>
          Open again
        </RoleButton>
      )}
    </div>
  );
}

function said({ called, unit, value, worst, threshold, thresholdFrom, endedAt }: Breach): string {
  const limit = `${figure(threshold, unit)} (${FROM[thresholdFrom]})`;
  const most = worst === value ? '' : `, at worst ${figure(worst, unit)}`;
  return `${called}: ${figure(value, unit)}${most}, threshold ${limit}${endedAt ? ', over' : ''}`;
}

function figure(value: number, unit: string): string {
  switch (unit) {
    case 'ms':
      return millis(value);
    case 'share':
      return share(value);
    default:
      return `${Number(value.toPrecision(3))}${unit === '1' ? '' : ` ${unit}`}`;
  }
}
