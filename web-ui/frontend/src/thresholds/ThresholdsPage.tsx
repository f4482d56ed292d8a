import {
  BreadcrumbItem,
  Checkbox,
  Search,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableHeader,
  TableRow,
} from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { formatOf, nameOf, SOURCES } from '../monitoring/shown';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';
import { TargetTrail } from '../targets/TargetTrail';
import { FROM, heldAgainst } from './draft';
import { thresholdsQuery, type SeriesThreshold } from './queries';

/** More rows than that nobody reads; the search finds the others. */
const SHOWN = 100;

export function ThresholdsPage() {
  const { name = '' } = useParams();
  const thresholds = useQuery(thresholdsQuery(name));
  return (
    <>
      <TargetTrail name={name} page="Thresholds">
        <BreadcrumbItem>
          <Link to={`/targets/${encodeURIComponent(name)}/monitoring`}>Monitoring</Link>
        </BreadcrumbItem>
      </TargetTrail>
      <PageTitle title={`Thresholds of ${name}`}>
        What each series is held against: a threshold of its own, else what is decided for all targets, else its
        objective, else what is usual at the hour.
      </PageTitle>
      <Loaded query={thresholds}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="Nothing was read yet.">Start monitoring: the first readings come within seconds.</Empty>
          ) : (
            <Rows target={name} rows={rows} />
          )
        }
      </Loaded>
    </>
  );
}

function Rows({ target, rows }: { target: string; rows: SeriesThreshold[] }) {
  const [wanted, setWanted] = useState('');
  const [ownOnly, setOwnOnly] = useState(false);
  const found = rows.filter(
    (row) => (!ownOnly || row.holds?.from === 'OWN') && called(row).toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <>
      <div className="choices choices-row">
        <Search
          size="md"
          labelText="Search for a series"
          placeholder="Search for a series"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <Checkbox
          id="own-thresholds"
          labelText="Only those of their own"
          checked={ownOnly}
          onChange={(_event, { checked }) => setOwnOnly(checked)}
        />
      </div>
      {found.length === 0 ? (
        <Empty title="No such series.">Search for another name, or show all.</Empty>
      ) : (
        <TableContainer className="table-scroll">
          <Table size="md" aria-label="Thresholds">
            <TableHead>
              <TableRow>
                <TableHeader>Series</TableHeader>
                <TableHeader>Told by</TableHeader>
                <TableHeader>Now</TableHeader>
                <TableHeader>Is a trouble</TableHeader>
                <TableHeader>From</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {found.slice(0, SHOWN).map((row) => (
                <TableRow key={row.id}>
                  <TableCell>
                    <Link
                      to={`/targets/${encodeURIComponent(target)}/thresholds/${row.id}`}
                      className="strong threshold-name"
                    >
                      {called(row)}
                    </Link>
                  </TableCell>
                  <TableCell>{SOURCES[row.source]}</TableCell>
                  <TableCell>{formatOf(row.unit)(row.value)}</TableCell>
                  <TableCell>
                    {row.holds ? heldAgainst(row.holds, row.unit) : <span className="muted">nothing holds</span>}
                  </TableCell>
                  <TableCell>{row.holds && FROM[row.holds.from]}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {found.length > SHOWN && (
        <p className="muted">
          {SHOWN} of {found.length} are shown: search for the others.
        </p>
      )}
    </>
  );
}

function called({ metric, title }: SeriesThreshold): string {
  return title ? `${nameOf(metric)} of ${title}` : nameOf(metric);
}
