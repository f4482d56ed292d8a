import { OverflowMenu, OverflowMenuItem } from '@carbon/react';
import { Download } from '@carbon/icons-react';

const FILES = [
  { path: 'report.html', label: 'Report, HTML page' },
  { path: 'report.md', label: 'Report, Markdown' },
  { path: 'data.json', label: 'Data, JSON' },
  { path: 'data.csv.zip', label: 'Data, CSV files (ZIP)' },
];

/** Files of a run to be taken along; the server names them. */
export function ExportMenu({ runId }: { runId: string }) {
  return (
    <OverflowMenu
      renderIcon={Download}
      iconDescription="Export"
      aria-label="Export"
      size="md"
      flipped
      menuOptionsClass="export-menu"
    >
      {FILES.map(({ path, label }) => (
        <OverflowMenuItem
          key={path}
          itemText={label}
          requireTitle
          href={`/api/runs/${encodeURIComponent(runId)}/export/${path}`}
        />
      ))}
    </OverflowMenu>
  );
}
