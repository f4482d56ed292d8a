import { useMemo } from 'react';
import { count, share } from '../format/figures';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import { hottest, type FlameNode, type HotFrame } from './flames';

/** Beyond these a frame is noise. */
const FRAMES = 500;

interface HottestProps {
  root: FlameNode;
  unit: string;
  onFind: (name: string) => void;
}

/** The graph as text, for those who cannot see or click it, and to find a frame's place in it. */
export function Hottest({ root, unit, onFind }: HottestProps) {
  const frames = useMemo(() => hottest(root, FRAMES), [root]);
  const columns = useMemo(() => columnsOf(root.value, unit, onFind), [root, unit, onFind]);
  return (
    <section className="block">
      <h3>Hottest frames</h3>
      <FactTable
        label="frames"
        rows={frames}
        columns={columns}
        keyOf={({ name }) => name}
        textOf={({ name }) => name}
        order={{ heading: `Itself (${unit})`, descending: true }}
      />
    </section>
  );
}

function columnsOf(all: number, unit: string, onFind: (name: string) => void): Column<HotFrame>[] {
  const part = ({ self }: HotFrame) => self / Math.max(1, all);
  return [
    {
      heading: 'Frame',
      by: ({ name }) => name,
      cell: ({ name }) => (
        <button type="button" className="finder" title="Find it in the graph" onClick={() => onFind(name)}>
          <code>{name}</code>
        </button>
      ),
    },
    { heading: `Itself (${unit})`, numeric: true, by: ({ self }) => self, cell: ({ self }) => count(self) },
    { heading: 'Share', numeric: true, by: part, cell: (frame) => share(part(frame)) },
    { heading: 'With what it calls', numeric: true, by: ({ total }) => total, cell: ({ total }) => count(total) },
  ];
}
