import type { LogLine } from '../api/types';

const BAD = ['ERROR', 'INCIDENT', 'INVALID', 'LOST', 'REFUSED', 'GIVEN_UP', 'FAILED', 'REJECTED', 'EXPIRED'];
const DOUBTFUL = ['RETRY', 'WAIT', 'UNKNOWN', 'ABORTED', 'CANCELLED', 'INCONCLUSIVE'];

/** How much a line deserves attention. */
export function toneOf({ state }: LogLine): 'bad' | 'doubtful' | 'calm' {
  return BAD.includes(state) ? 'bad' : DOUBTFUL.includes(state) ? 'doubtful' : 'calm';
}

/** Lines of a kind that hold every word, whatever the case; the empty kind is all of them. */
export function chosenLines(lines: LogLine[], kind: string, words: string): LogLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const text = `${line.state} ${line.subject} ${line.words ?? ''}`.toLowerCase();
    return (kind === '' || line.kind === kind) && wanted.every((word) => text.includes(word));
  });
}
