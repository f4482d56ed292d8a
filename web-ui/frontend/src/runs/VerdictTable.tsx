import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow, Tag } from '@carbon/react';
import type { Judgement, Verdict } from '../api/types';
import { effect, words } from '../format/figures';
import { isGain, METRICS } from './beforeAfter';

const TYPES = { PASS: 'green', FAIL: 'red', INCONCLUSIVE: 'cool-gray' } as const satisfies Record<Judgement, string>;

interface VerdictTableProps {
  label: string;
  rows: Verdict[];
  first: { heading: string; of: (verdict: Verdict) => string };
}

export function VerdictTable({ label, rows, first }: VerdictTableProps) {
  return (
    <TableContainer className="table-scroll" tabIndex={0}>
      <Table size="sm" aria-label={label} className="verdict-table">
        <TableHead>
          <TableRow>
            <TableHeader>{first.heading}</TableHeader>
            <TableHeader className="numeric">Before</TableHeader>
            <TableHeader className="numeric">After</TableHeader>
            <TableHeader className="numeric">Effect</TableHeader>
            <TableHeader className="numeric">Surely between</TableHeader>
            <TableHeader>Verdict</TableHeader>
            <TableHeader>Reason</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <VerdictRow key={`${row.request} ${row.metric}`} verdict={row} name={first.of(row)} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function VerdictRow({ verdict, name }: { verdict: Verdict; name: string }) {
  const { format } = METRICS[verdict.metric];
  return (
    <TableRow>
      <TableCell className="strong">{name}</TableCell>
      <TableCell className="numeric">{format(verdict.before)}</TableCell>
      <TableCell className="numeric">{format(verdict.after)}</TableCell>
      <TableCell className={`numeric ${effectClass(verdict)}`}>{effect(verdict.effectPct)}</TableCell>
      <TableCell className="numeric muted">{interval(verdict)}</TableCell>
      <TableCell>
        <Tag type={TYPES[verdict.result]} size="sm">
          {words(verdict.result)}
        </Tag>
      </TableCell>
      <TableCell className="muted reason">{verdict.reason}</TableCell>
    </TableRow>
  );
}

function interval({ ciLowPct, ciHighPct }: Verdict): string {
  return ciLowPct === null || ciHighPct === null ? '–' : `${effect(ciLowPct)} … ${effect(ciHighPct)}`;
}

/** Colour only for what the interval backs: one that holds zero is neither gain nor loss. */
function effectClass({ metric, effectPct, ciLowPct, ciHighPct }: Verdict): string {
  if (effectPct === null || effectPct === 0 || ciLowPct === null || ciHighPct === null || ciLowPct * ciHighPct <= 0) {
    return '';
  }
  return isGain(metric, effectPct) ? 'is-good' : 'is-bad';
}
