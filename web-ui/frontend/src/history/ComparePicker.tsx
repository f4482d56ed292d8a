import { Button, Select, SelectItem } from '@carbon/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { RunMark } from '../api/types';
import { words } from '../format/figures';
import { shortTime } from '../format/times';
import { outcomeLabel } from '../runs/tags';

/** Two runs of the target to be set side by side: the newest two unless one says otherwise. */
export function ComparePicker({ runs }: { runs: RunMark[] }) {
  const newest = [...runs].reverse();
  const [a, setA] = useState(newest[1]?.id ?? '');
  const [b, setB] = useState(newest[0]?.id ?? '');
  const navigate = useNavigate();
  const pick = (id: string, label: string, value: string, onChange: (run: string) => void) => (
    <Select id={id} size="sm" inline labelText={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {newest.map((run) => (
        <SelectItem key={run.id} value={run.id} text={`${shortTime(run.requestedAt)}, ${stateOf(run)}, ${run.id}`} />
      ))}
    </Select>
  );
  return (
    <section className="block">
      <h2>Compare two runs</h2>
      <div className="choices choices-row">
        {pick('compare-a', 'First', a, setA)}
        {pick('compare-b', 'Second', b, setB)}
        <Button
          kind="tertiary"
          size="sm"
          disabled={a === b}
          onClick={() => void navigate(`/compare?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`)}
        >
          Compare
        </Button>
      </div>
    </section>
  );
}

function stateOf({ outcome, status }: RunMark): string {
  return outcome === null ? words(status).toLowerCase() : outcomeLabel(outcome).toLowerCase();
}
