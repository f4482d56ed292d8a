import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow, Tag } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { gateQuery } from '../api/queries';
import type { Gate, GuardCheck, GuardResult } from '../api/types';
import { counted, words } from '../format/figures';
import { METRICS } from '../runs/beforeAfter';
import type { RunTabProps } from '../runs/RunTabs';
import { Loaded } from '../shell/Loaded';
import { nameOfGuard } from './guardNames';

const TYPES = { HELD: 'green', REGRESSED: 'red', INCONCLUSIVE: 'cool-gray' } as const satisfies Record<
  GuardResult,
  string
>;

/** Each guard that a gate was asked about, with what was measured. */
export function GateTab({ run }: RunTabProps) {
  const asked = useQuery(gateQuery(run.id));
  return <Loaded query={asked}>{(gate) => <Answer gate={gate} />}</Loaded>;
}

function Answer({ gate }: { gate: Gate }) {
  return (
    <section className="block">
      <p className="lead">{gate.reason ?? 'Not judged yet: no guard counts as held until it is.'}</p>
      {gate.noise !== null && <p className="muted">{gate.noise}</p>}
      <TableContainer className="table-scroll" tabIndex={0}>
        <Table size="sm" aria-label="Guards">
          <TableHead>
            <TableRow>
              <TableHeader>Guard</TableHeader>
              <TableHeader>Profile</TableHeader>
              <TableHeader className="numeric">Ceiling</TableHeader>
              <TableHeader className="numeric">Measured</TableHeader>
              <TableHeader className="numeric">95 % bounds</TableHeader>
              <TableHeader>Answer</TableHeader>
              <TableHeader>Reason</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {gate.checks.map((check) => (
              <CheckRow key={`${check.profile} ${check.request} ${check.metric}`} check={check} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {gate.notAsked > 0 && (
        <p className="muted">
          {counted(gate.notAsked, 'guard')} of other profiles were not asked about; --all drives these too.
        </p>
      )}
      {gate.status === 'ENDED' && (
        <p>
          <a href={`/api/runs/${encodeURIComponent(gate.runId)}/gate/junit`} download={`${gate.runId}.xml`}>
            JUnit report
          </a>
        </p>
      )}
    </section>
  );
}

function CheckRow({ check }: { check: GuardCheck }) {
  const { format } = METRICS[check.metric];
  return (
    <TableRow>
      <TableCell className="strong">{nameOfGuard(check)}</TableCell>
      <TableCell>{words(check.profile)}</TableCell>
      <TableCell className="numeric">{format(check.ceiling)}</TableCell>
      <TableCell className="numeric">{format(check.value)}</TableCell>
      <TableCell className="numeric muted">
        {check.low === null || check.high === null ? '–' : `${format(check.low)} … ${format(check.high)}`}
      </TableCell>
      <TableCell>
        <Tag type={TYPES[check.result]} size="sm">
          {words(check.result)}
        </Tag>
      </TableCell>
      <TableCell className="muted reason">{check.reason}</TableCell>
    </TableRow>
  );
}
