import { Tag } from '@carbon/react';
import type { Calibration } from '../api/types';
import { counted, share } from '../format/figures';
import { fullTime } from '../format/times';
import { NoiseTable } from './NoiseTable';

/** What a calibration found, and whether it still holds. */
export function CalibrationResult({ calibration }: { calibration: Calibration }) {
  const { stale } = calibration;
  return (
    <>
      <div>
        <Tag type={stale.length === 0 ? 'green' : 'warm-gray'} size="sm">
          {stale.length === 0 ? 'Holds' : 'Stale'}
        </Tag>
      </div>
      <p className="lead">
        {fullTime(calibration.calibratedAt)}, {counted(calibration.tests ?? 0, 'alike test')}
        {calibration.leftOut ? `, ${calibration.leftOut} left out as invalid` : ''}: {calibration.falseAlarms} of{' '}
        {calibration.comparisons} comparisons raised a false alarm, at most {share(calibration.falseAlarmsAtMost)} for
        sure.{' '}
        <span className="muted">
          Load from {counted(calibration.cpus ?? 0, 'processor')}
          {calibration.postgres ? ` against PostgreSQL ${calibration.postgres}` : ''}. The comparisons share tests, so
          the bound is a rough one.
        </span>
      </p>
      {stale.length > 0 && <p>Calibrate again: {stale.join('; ')}.</p>}
      <NoiseTable noise={calibration.noise} />
    </>
  );
}
