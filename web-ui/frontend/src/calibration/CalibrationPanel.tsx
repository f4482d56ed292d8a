import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { askForRun } from '../api/actions';
import { latestCalibrationQuery } from '../api/queries';
import { Command } from '../shell/Command';
import { Loaded } from '../shell/Loaded';
import { AskForRun } from '../start/AskForRun';
import { CalibrationResult } from './CalibrationResult';

/** How noisy a target's load tests are, and so what a verdict on it can see. */
export function CalibrationPanel({ target }: { target: string }) {
  const asked = useQuery(latestCalibrationQuery(target));
  return (
    <section className="block">
      <h2>Noise floor</h2>
      <Loaded query={asked}>
        {(calibration) =>
          calibration === null ? (
            <p>
              Never calibrated: verdicts hold the noise between alike tests to be about 2 %, or what former runs showed.
            </p>
          ) : (
            <>
              <CalibrationResult calibration={calibration} />
              <p>
                Measured by <Link to={`/runs/${encodeURIComponent(calibration.runId)}`}>{calibration.runId}</Link>.
              </p>
            </>
          )
        }
      </Loaded>
      <AskForRun ask={() => askForRun(target, 'calibration')}>Measure the noise</AskForRun>
      <p>It drives the everyday load several times and changes nothing. The same from a terminal:</p>
      <Command what="the calibration" text={`./perfloop calibrate --target ${target}`} />
    </section>
  );
}
