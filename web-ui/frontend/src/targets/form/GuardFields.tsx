import { Checkbox } from '@carbon/react';
import { words } from '../../format/figures';
import { useEditing } from './Editing';
import { Field, Switch } from './fields';

const CHANGES = [
  'CREATE_INDEX',
  'DROP_INDEX',
  'SET_PARAMETER',
  'REFRESH_STATISTICS',
  'CREATE_EXTENSION',
  'CODE_ADVICE',
  'SET_APPLICATION_PROPERTY',
  'RESIZE_POOL',
  'ENABLE_CACHE',
  'SCALE_INSTANCES',
];

/** The limits within which the owner lets Perfloop act. */
export function GuardFields() {
  return (
    <fieldset className="form-part">
      <legend>Guards</legend>
      <div className="form-item is-guards">
        <Field path={['guards', 'maxCpu']} label="CPU at most" example="80%" />
        <Field path={['guards', 'maxDisk']} label="Disk at most" example="90%" />
        <Field path={['guards', 'lockTimeout']} label="Wait for a lock" example="1s" />
        <Field path={['guards', 'maxRate']} label="Load at most" example="ten times the rate" />
        <Field path={['guards', 'maxIndexStorage']} label="New indexes at most" example="50%" />
      </div>
      <AllowedChanges />
      <div>
        <Switch
          path={['guards', 'copies']}
          otherwise={true}
          label="Parts of tables may be copied into temporary tables, to try proposed indexes on"
        />
        <Switch
          path={['guards', 'analyse']}
          otherwise={false}
          label="Heavy statements that only read may be run once or twice more, by EXPLAIN ANALYZE"
        />
        <Switch
          path={['approval', 'fourEyes']}
          otherwise={false}
          label="Somebody else than the one who asked for the run has to approve"
        />
      </div>
    </fieldset>
  );
}

/** All of them, unless some are named. */
function AllowedChanges() {
  const { target, set } = useEditing();
  const named = target.get(['guards', 'allow']);
  const allowed = Array.isArray(named) ? named.map(String) : CHANGES;
  const toggle = (kind: string, wanted: boolean) => {
    const next = CHANGES.filter((each) => (each === kind ? wanted : allowed.includes(each)));
    set(['guards', 'allow'], next.length === CHANGES.length ? null : next);
  };
  return (
    <fieldset className="form-choices">
      <legend>Changes that may be proposed</legend>
      {CHANGES.map((kind) => (
        <Checkbox
          key={kind}
          id={`target-allow-${kind}`}
          labelText={words(kind)}
          checked={allowed.includes(kind)}
          onChange={(_, { checked }) => toggle(kind, checked)}
        />
      ))}
    </fieldset>
  );
}
