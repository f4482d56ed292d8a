import { useQuery } from '@tanstack/react-query';
import { calibrationQuery } from '../api/queries';
import type { RunTabProps } from '../runs/RunTabs';
import { Loaded } from '../shell/Loaded';
import { CalibrationResult } from './CalibrationResult';

/** What the alike load tests of a calibration told. */
export function CalibrationTab({ run }: RunTabProps) {
  const asked = useQuery(calibrationQuery(run.id));
  return (
    <section className="block">
      <Loaded query={asked}>
        {(calibration) =>
          calibration.calibratedAt === null ? (
            <p className="lead">
              {calibration.words ?? 'Not known before the alike tests have been driven and compared.'}
            </p>
          ) : (
            <CalibrationResult calibration={calibration} />
          )
        }
      </Loaded>
    </section>
  );
}
