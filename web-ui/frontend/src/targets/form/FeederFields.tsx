import { Button, Select, SelectItem, TextInput } from '@carbon/react';
import { Add, TrashCan } from '@carbon/icons-react';
import { useState } from 'react';
import { useEditing } from './Editing';
import { Field, listOf } from './fields';
import { edited, renamed } from './targetDocument';

const SOURCES = {
  sql: { text: 'Query', example: 'select id from category' },
  values: { text: 'Values', example: 'red, green, blue' },
  range: { text: 'Range', example: '0..99' },
  csv: { text: 'CSV file', example: '/data/customers.csv' },
  template: { text: 'Template', example: '{"product": {product}}' },
} as const;
type Source = keyof typeof SOURCES;
const KINDS = Object.keys(SOURCES) as Source[];

/** Where the values of the placeholders come from. */
export function FeederFields() {
  const { target, change } = useEditing();
  const feeders = target.get(['load', 'feeders']);
  const names = typeof feeders === 'object' && feeders !== null ? Object.keys(feeders) : [];
  const free = (number: number): string => (names.includes(`value${number}`) ? free(number + 1) : `value${number}`);
  return (
    <fieldset className="form-part">
      <legend>Feeders</legend>
      {names.length === 0 && <p className="muted">None: no request has a placeholder such as {'{category}'}.</p>}
      {names.map((name, index) => (
        <OneFeeder key={index} name={name} names={names} />
      ))}
      <Button
        kind="ghost"
        size="sm"
        renderIcon={Add}
        onClick={() => change((yaml) => edited(yaml, ['load', 'feeders', free(names.length + 1), 'range'], '0..9'))}
      >
        Add feeder
      </Button>
    </fieldset>
  );
}

function OneFeeder({ name, names }: { name: string; names: string[] }) {
  const { target, change, set } = useEditing();
  const path = ['load', 'feeders', name] as const;
  const source = KINDS.find((each) => target.get([...path, each]) !== undefined) ?? 'values';
  return (
    <div className="form-item is-feeder" role="group" aria-label={`Feeder ${name}`}>
      <FeederName key={name} name={name} names={names} />
      <Select
        id={`target-feeder-${name}-source`}
        size="sm"
        labelText="Source"
        value={source}
        onChange={(event) => change((yaml) => renamed(yaml, [...path, source], event.target.value))}
      >
        {KINDS.map((each) => (
          <SelectItem key={each} value={each} text={SOURCES[each].text} />
        ))}
      </Select>
      <Field
        path={[...path, source]}
        label={SOURCES[source].text}
        example={SOURCES[source].example}
        keepEmpty
        {...(source === 'values' ? { read: listOf } : {})}
      />
      <Select
        id={`target-feeder-${name}-distribution`}
        size="sm"
        labelText="Drawn"
        value={target.get([...path, 'distribution']) === 'zipf' ? 'zipf' : 'uniform'}
        onChange={({ target: { value } }) => set([...path, 'distribution'], value === 'zipf' ? value : null)}
      >
        <SelectItem value="uniform" text="each as often" />
        <SelectItem value="zipf" text="a few most often" />
      </Select>
      <Button
        kind="ghost"
        size="sm"
        hasIconOnly
        renderIcon={TrashCan}
        iconDescription={`Remove feeder ${name}`}
        onClick={() => change((yaml) => edited(yaml, path, null))}
      />
    </div>
  );
}

/** Takes effect when it is left: half a name may be that of another feeder. */
function FeederName({ name, names }: { name: string; names: string[] }) {
  const { change } = useEditing();
  const [typed, setTyped] = useState(name);
  const taken = typed !== name && names.includes(typed);
  return (
    <TextInput
      id={`target-feeder-${name}`}
      size="sm"
      labelText="Placeholder"
      value={typed}
      invalid={taken || typed === ''}
      invalidText={taken ? 'Another feeder has this name.' : 'It needs a name.'}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed !== name && typed !== '' && !taken) {
          change((yaml) => renamed(yaml, ['load', 'feeders', name], typed));
        }
      }}
    />
  );
}
