import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow } from '@carbon/react';
import type { GuardAnswer } from '../api/types';
import { words } from '../format/figures';
import { fullTime } from '../format/times';
import { WordTag } from './tags';

const TYPES = {
  CLEAR: 'green',
  UNNEEDED: 'cool-gray',
  WAIT: 'warm-gray',
  REFUSED: 'red',
  UNKNOWN: 'outline',
  GIVEN_UP: 'red',
} as const satisfies Record<GuardAnswer['answer'], string>;

/** What each guard answered before a change was begun, the looks that held it back among them. */
export function GuardAnswers({ answers }: { answers: GuardAnswer[] }) {
  return (
    <TableContainer className="table-scroll" tabIndex={0}>
      <Table size="xs" aria-label="Guards asked before the change">
        <TableHead>
          <TableRow>
            <TableHeader>Asked</TableHeader>
            <TableHeader>Guard</TableHeader>
            <TableHeader>Answer</TableHeader>
            <TableHeader>Why</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {answers.map((answer, index) => (
            <TableRow key={index}>
              <TableCell>{fullTime(answer.at)}</TableCell>
              <TableCell>{words(answer.guard)}</TableCell>
              <TableCell>
                <WordTag code={answer.answer} type={TYPES[answer.answer]} />
              </TableCell>
              <TableCell className="muted reason">{answer.words}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
