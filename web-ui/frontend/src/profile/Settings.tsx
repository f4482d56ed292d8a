import { useMemo } from 'react';
import type { Column } from '../tables/columns';
import { FactTable } from '../tables/FactTable';
import { settingInWords } from './settingUnits';

type Setting = [name: string, value: string];

const COLUMNS: Column<Setting>[] = [
  { heading: 'Setting', by: ([name]) => name, cell: ([name]) => <code className="wrapping">{name}</code> },
  { heading: 'Value', by: ([, value]) => value, cell: ([, value]) => <code className="wrapping">{value}</code> },
];

export function Settings({ settings }: { settings: Record<string, string> }) {
  const rows = useMemo(() => {
    const blockSize = Number(settings.block_size ?? 8192);
    return Object.entries(settings).map(([name, value]): Setting => [name, settingInWords(name, value, blockSize)]);
  }, [settings]);
  return (
    <FactTable
      label="settings"
      rows={rows}
      columns={COLUMNS}
      keyOf={([name]) => name}
      textOf={([name, value]) => `${name} ${value}`}
      order={{ heading: 'Setting', descending: false }}
    />
  );
}
