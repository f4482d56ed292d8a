import { Table, TableBody, TableCell, TableContainer, TableHead, TableHeader, TableRow } from '@carbon/react';
import { Add, Play } from '@carbon/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { targetsQuery } from '../api/queries';
import type { TargetRow } from '../api/types';
import { fullTime, shortTime } from '../format/times';
import { RunTag } from '../runs/tags';
import { RoleButton } from '../session/RoleButton';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';

export function TargetsPage() {
  const targets = useQuery(targetsQuery);
  const navigate = useNavigate();
  const add = (
    <RoleButton needs="OPERATOR" renderIcon={Add} size="md" onClick={() => void navigate('/targets/new')}>
      Register target
    </RoleButton>
  );
  return (
    <>
      <PageTitle title="Targets" actions={add}>
        The services Perfloop measures and improves, each described by one YAML file.
      </PageTitle>
      <Loaded query={targets}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No target yet." action={add}>
              Describe one here, or run ./perfloop target apply -f shop.yaml.
            </Empty>
          ) : (
            <TargetTable rows={rows} />
          )
        }
      </Loaded>
    </>
  );
}

function TargetTable({ rows }: { rows: TargetRow[] }) {
  const navigate = useNavigate();
  return (
    <TableContainer className="table-scroll">
      <Table size="md" aria-label="Targets">
        <TableHead>
          <TableRow>
            <TableHeader>Name</TableHeader>
            <TableHeader>Base URL</TableHeader>
            <TableHeader>Changed</TableHeader>
            <TableHeader>Last run</TableHeader>
            <TableHeader>
              <span className="visually-hidden">Actions</span>
            </TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((target) => (
            <TableRow key={target.name}>
              <TableCell>
                <Link to={`/targets/${encodeURIComponent(target.name)}`} className="strong ellipsis">
                  {target.name}
                </Link>
              </TableCell>
              <TableCell>
                <span className="ellipsis">{target.baseUrl}</span>
              </TableCell>
              <TableCell title={fullTime(target.updatedAt)}>{shortTime(target.updatedAt)}</TableCell>
              <TableCell>
                {target.lastRun ? (
                  <Link to={`/runs/${encodeURIComponent(target.lastRun.id)}`} className="plain">
                    <RunTag run={target.lastRun} /> {shortTime(target.lastRun.requestedAt)}
                  </Link>
                ) : (
                  <span className="muted">never</span>
                )}
              </TableCell>
              <TableCell className="numeric">
                <RoleButton
                  needs="OPERATOR"
                  kind="ghost"
                  size="sm"
                  renderIcon={Play}
                  onClick={() => void navigate(`/runs/new?target=${encodeURIComponent(target.name)}`)}
                >
                  Start run
                </RoleButton>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
