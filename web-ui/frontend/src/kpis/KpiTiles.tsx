import { Tile } from '@carbon/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { counted, share } from '../format/figures';
import type { Kpis } from './queries';
import { lasting, mostly, saidInWords, saidOf, unjudgedAt, unjudgedInWords } from './shown';

/** Four figures, each with what it means; where nothing is known, what would make it known. */
export function KpiTiles({ kpis, days }: { kpis: Kpis; days: number }) {
  const { alerts, collectionShare, accuracyShare } = kpis;
  const told = lasting(kpis.toldP50Seconds);
  const noticed = lasting(kpis.noticedP50Seconds);
  const recovered = lasting(kpis.recoveredP50Seconds);
  return (
    <div className="kpi-tiles">
      <Figure title="Collection rate" value={collectionShare === null ? null : share(collectionShare)}>
        {collectionShare === null
          ? 'No reading is rolled up yet: look again in some minutes.'
          : 'of the readings that were due told something.'}
      </Figure>
      <Figure title="Accuracy" value={accuracyShare === null ? null : share(accuracyShare)}>
        <Accuracy kpis={kpis} days={days} />
      </Figure>
      <Figure title="Response time" value={told}>
        {told === null
          ? alerts === 0
            ? 'No alert in this time, so nobody had to be told.'
            : 'No receiver was told of any alert in this time: see that the workers have channels for alerts.'
          : `from trouble to the first receiver in the median; ${mostly(kpis.toldP95Seconds)}.`}{' '}
        {noticed !== null && `The alert was open after ${noticed} (${mostly(kpis.noticedP95Seconds)}).`}
      </Figure>
      <Figure title="Recovery" value={recovered}>
        {recovered === null
          ? alerts === 0
            ? 'No alert in this time, so nothing had to recover.'
            : 'None of the alerts of this time is over.'
          : `from the alert until its values were back inside, in the median; ${mostly(kpis.recoveredP95Seconds)}.`}
      </Figure>
    </div>
  );
}

function Figure({ title, value, children }: { title: string; value: string | null; children: ReactNode }) {
  return (
    <Tile className="kpi">
      <h3>{title}</h3>
      <p className={value === null ? 'kpi-value muted' : 'kpi-value'}>{value ?? 'Not known'}</p>
      <div className="muted">{children}</div>
    </Tile>
  );
}

function Accuracy({ kpis, days }: { kpis: Kpis; days: number }) {
  const said = saidOf(kpis);
  if (kpis.alerts === 0) {
    return 'No alert in this time, so there is nothing to judge.';
  }
  return (
    <>
      <div className="kpi-said" role="img" aria-label={saidInWords(said)}>
        {(['real', 'noise', 'none'] as const).map(
          (what) => said[what] > 0 && <span key={what} className={`is-${what}`} style={{ flexGrow: said[what] }} />,
        )}
      </div>
      {said.real + said.noise > 0
        ? `of the alerts that people judged were real: ${said.real} real, ${said.noise} noise.`
        : `Of ${counted(kpis.alerts, 'alert')} nobody has said yet whether they were real or noise.`}
      {said.none > 0 && (
        <>
          {' '}
          <Link to={unjudgedAt(days, null)}>{unjudgedInWords(said.none)}</Link>
        </>
      )}
    </>
  );
}
