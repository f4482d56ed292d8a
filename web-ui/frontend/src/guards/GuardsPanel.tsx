import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { askForRun } from '../api/actions';
import { guardsQuery } from '../api/queries';
import type { Guard } from '../api/types';
import { words } from '../format/figures';
import { METRICS } from '../runs/beforeAfter';
import { Command } from '../shell/Command';
import { Loaded } from '../shell/Loaded';
import { AskForRun } from '../start/AskForRun';
import { nameOfGuard } from './guardNames';
import { LiftGuards } from './LiftGuards';

/** What verified runs promise of a target, and the same as files for other tools. */
export function GuardsPanel({ target }: { target: string }) {
  const asked = useQuery(guardsQuery(target));
  return (
    <section className="block">
      <h2>Regression guards</h2>
      <Loaded query={asked}>
        {({ guards, lifted }) =>
          guards.length === 0 ? (
            <p>{lifted ?? 'None yet: a run that keeps a proven improvement sets them.'}</p>
          ) : (
            <>
              {lifted && <p>{lifted}</p>}
              <Guards guards={guards} />
              <Downloads target={target} />
              <div className="form-buttons">
                <AskForRun ask={() => askForRun(target, 'gate')}>Check the guards</AskForRun>
                <LiftGuards target={target} />
              </div>
              <p>In a build:</p>
              <Command what="the gate" text={`./perfloop gate --target ${target} --junit gate.xml`} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function Guards({ guards }: { guards: Guard[] }) {
  return (
    <TableContainer className="table-scroll" tabIndex={0}>
      <Table size="sm" aria-label="Regression guards">
        <TableHead>
          <TableRow>
            <TableHeader>Guard</TableHeader>
            <TableHeader>Profile</TableHeader>
            <TableHeader className="numeric">Ceiling</TableHeader>
            <TableHeader>Verified by</TableHeader>
            <TableHeader>A later run would set</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {guards.map((guard) => (
            <TableRow key={`${guard.profile} ${guard.request} ${guard.metric}`}>
              <TableCell className="strong">{nameOfGuard(guard)}</TableCell>
              <TableCell>{words(guard.profile)}</TableCell>
              <TableCell className="numeric">{METRICS[guard.metric].format(guard.ceiling)}</TableCell>
              <TableCell>
                <Link to={`/runs/${encodeURIComponent(guard.runId)}`}>{guard.runId}</Link>
              </TableCell>
              <TableCell className="muted">
                {guard.looserCeiling === null ? '' : METRICS[guard.metric].format(guard.looserCeiling)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Downloads({ target }: { target: string }) {
  const base = `/api/targets/${encodeURIComponent(target)}/guards`;
  return (
    <p>
      <a href={`${base}/prometheus`}>Alert rules for Prometheus</a>
      {' · '}
      <a href={`${base}/grafana`}>Dashboard for Grafana</a>
      {' · '}
      <a href={base} download={`perfloop-${target}-guards.json`}>
        List as JSON
      </a>
    </p>
  );
}
