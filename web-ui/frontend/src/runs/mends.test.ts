import { describe, expect, it } from 'vitest';
import { mendOf } from './mends';

const mend = (text: string) => {
  const { place, steps } = mendOf({ what: 'x', why: 'y', mend: text });
  return { place, steps: steps.map(({ text: step, isCommand }) => (isCommand ? { run: step } : step)) };
};

describe('how to enable what was not looked at', () => {
  it('is a statement alone', () => {
    expect(mend('GRANT pg_monitor TO perfloop;')).toEqual({
      place: 'DATABASE',
      steps: [{ run: 'GRANT pg_monitor TO perfloop;' }],
    });
  });

  it('is several that belong together as one to copy', () => {
    expect(mend('ALTER SYSTEM SET track_io_timing = on; SELECT pg_reload_conf();').steps).toEqual([
      { run: 'ALTER SYSTEM SET track_io_timing = on;\nSELECT pg_reload_conf();' },
    ]);
  });

  it('is several with something to do between them, one by one', () => {
    expect(
      mend(
        "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'; (after those that are there), restart " +
          "PostgreSQL, then in the target's database: CREATE EXTENSION pg_stat_statements;",
      ),
    ).toEqual({
      place: 'DATABASE',
      steps: [
        { run: "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements';" },
        "(after those that are there), restart PostgreSQL, then in the target's database:",
        { run: 'CREATE EXTENSION pg_stat_statements;' },
      ],
    });
  });

  it("is what belongs into the target's file", () => {
    expect(mend("Add to the target's file: objectives: { p95: 200ms }")).toEqual({
      place: 'TARGET_FILE',
      steps: ["Add to the target's file:", { run: 'objectives: { p95: 200ms }' }],
    });
  });

  it('is options of the JVM as one, and what goes with them', () => {
    expect(
      mend("Start the service with -Dcom.sun.port=9010 -Da.b=false and add to the target's file: jmx: 127.0.0.1:9010"),
    ).toEqual({
      place: 'SERVICE',
      steps: [
        'Start the service with',
        { run: '-Dcom.sun.port=9010 -Da.b=false' },
        "and add to the target's file:",
        { run: 'jmx: 127.0.0.1:9010' },
      ],
    });
  });

  it('is a property of the service', () => {
    expect(mend('Expose it: management.endpoints.web.exposure.include=prometheus, or correct it').steps).toEqual([
      'Expose it:',
      { run: 'management.endpoints.web.exposure.include=prometheus' },
      'or correct it',
    ]);
  });

  it.each(["Mend checkout under load.requests in the target's file, or the service.", 'Let nothing else use it.'])(
    'is words where there is nothing to copy: %s',
    (text) => expect(mend(text).steps).toEqual([text]),
  );

  it('may be unknown', () => expect(mend('').steps).toEqual([]));
});
