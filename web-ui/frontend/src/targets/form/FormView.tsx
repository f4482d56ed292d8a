import { Button, InlineNotification } from '@carbon/react';
import { useMemo, useState } from 'react';
import type { FieldError } from '../../api/types';
import { EditingContext } from './Editing';
import { FeederFields } from './FeederFields';
import { Field } from './fields';
import { GuardFields } from './GuardFields';
import { ObjectiveFields } from './ObjectiveFields';
import { RequestFields } from './RequestFields';
import { edited, readTarget, type Edited } from './targetDocument';

interface FormViewProps {
  yaml: string;
  onChange: (yaml: string) => void;
  errors: FieldError[];
  /** A target keeps its name once it is saved. */
  named: boolean;
  onYaml: (line: number | null) => void;
}

const NOT_HERE = ['hooks', 'costs'];

/** The fields that most targets need, over the same text that the editor shows. */
export function FormView({ yaml, onChange, errors, named, onYaml }: FormViewProps) {
  const target = useMemo(() => readTarget(yaml), [yaml]);
  const [lost, setLost] = useState<string[]>([]);
  if (target.unreadable) {
    const { line, message } = target.unreadable;
    return (
      <div className="state-empty">
        <p className="state-title">The form cannot show this file: it is not YAML that can be read.</p>
        <p className="muted">
          Line {line}: {message}
        </p>
        <Button size="sm" kind="tertiary" onClick={() => onYaml(line)}>
          Mend it as YAML
        </Button>
      </div>
    );
  }
  const change = (deed: (text: string) => Edited) => {
    const result = deed(yaml);
    setLost((before) => [...before, ...result.lost]);
    onChange(result.yaml);
  };
  const elsewhere = NOT_HERE.filter((part) => target.get([part]) !== undefined);
  return (
    <EditingContext
      value={{ target, errors, set: (path, value) => change((text) => edited(text, path, value)), change }}
    >
      {lost.length > 0 && (
        <InlineNotification
          kind="warning"
          lowContrast
          title="The form could not keep a comment."
          subtitle={`It belonged to what you took out: ${lost.map((comment) => `# ${comment}`).join(' ')}`}
          onCloseButtonClick={() => setLost([])}
        />
      )}
      <fieldset className="form-part">
        <legend>Service</legend>
        <div className="form-item is-service">
          <Field path={['name']} label="Name" example="shop" readOnly={named} />
          <Field path={['baseUrl']} label="Base URL" example="http://localhost:8081" />
          <Field path={['load', 'arrivalRate']} label="Arrival rate" example="10/s" />
          <Field path={['load', 'thinkTime']} label="Think time" example="0s" />
        </div>
      </fieldset>
      <RequestFields />
      <FeederFields />
      <ObjectiveFields />
      <fieldset className="form-part">
        <legend>Database and metrics</legend>
        <div className="form-item is-database">
          <Field path={['database', 'url']} label="JDBC URL" example="jdbc:postgresql://localhost:5432/shop" />
          <Field path={['database', 'user']} label="Role" example="perfloop" />
          <Field
            path={['database', 'password']}
            label="Password, as a reference"
            example={'${SHOP_DB_PASSWORD}'}
            help="Never the password itself."
          />
          <Field
            path={['metrics', 'prometheus']}
            label="Prometheus metrics"
            example="http://localhost:8081/actuator/prometheus"
          />
          {typeof target.get(['jmx']) !== 'object' && <Field path={['jmx']} label="JMX" example="localhost:9010" />}
        </div>
      </fieldset>
      <GuardFields />
      <p className="muted">
        {elsewhere.length > 0 && `This file also has ${elsewhere.join(' and ')}: `}
        Hooks, costs, headers, a login and maintenance windows are edited{' '}
        <button type="button" className="link-button" onClick={() => onYaml(null)}>
          as YAML
        </button>
        ; what the form does not show it leaves as it is.
      </p>
    </EditingContext>
  );
}
