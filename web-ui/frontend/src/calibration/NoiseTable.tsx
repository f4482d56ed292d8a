import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow } from '@carbon/react';
import type { Noise } from '../api/types';
import { percent, words } from '../format/figures';
import { METRICS } from '../runs/beforeAfter';

/** Noise floor by profile and latency: all requests together first, single ones folded away. */
export function NoiseTable({ noise }: { noise: Noise[] }) {
  const ofAll = noise.filter(({ request }) => request === '');
  const single = noise.filter(({ request }) => request !== '');
  return (
    <>
      <Rows label="Noise between alike tests, all requests together" noise={ofAll} />
      {single.length > 0 && (
        <details>
          <summary>Request by request</summary>
          <Rows label="Noise between alike tests, request by request" noise={single} />
        </details>
      )}
    </>
  );
}

function Rows({ label, noise }: { label: string; noise: Noise[] }) {
  return (
    <TableContainer className="table-scroll" tabIndex={0}>
      <Table size="sm" aria-label={label}>
        <TableHead>
          <TableRow>
            <TableHeader>Latency</TableHeader>
            <TableHeader>Profile</TableHeader>
            <TableHeader className="numeric">Noise</TableHeader>
            <TableHeader className="numeric">One test a side shows</TableHeader>
            <TableHeader className="numeric">Two tests</TableHeader>
            <TableHeader className="numeric">Three tests</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {noise.map((row) => (
            <TableRow key={`${row.profile} ${row.request} ${row.metric}`}>
              <TableCell className="strong">
                {METRICS[row.metric].label} of {row.request === '' ? 'all requests' : row.request}
              </TableCell>
              <TableCell>{words(row.profile)}</TableCell>
              <TableCell className="numeric">{percent(row.spreadPct)}</TableCell>
              <TableCell className="numeric">{percent(row.seenByOnePct)}</TableCell>
              <TableCell className="numeric">{percent(row.seenByTwoPct)}</TableCell>
              <TableCell className="numeric">{percent(row.seenByThreePct)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
