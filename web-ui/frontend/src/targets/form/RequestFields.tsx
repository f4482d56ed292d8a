import { Button, Select, SelectItem } from '@carbon/react';
import { Add, TrashCan } from '@carbon/icons-react';
import { useEditing } from './Editing';
import { Field, numberOr } from './fields';
import { added, edited, renamed } from './targetDocument';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

export function RequestFields() {
  const { target, change } = useEditing();
  const requests = target.get(['load', 'requests']);
  const count = Array.isArray(requests) ? requests.length : 0;
  return (
    <fieldset className="form-part">
      <legend>Requests</legend>
      {Array.from({ length: count }, (_, index) => (
        <OneRequest key={index} index={index} />
      ))}
      <Button
        kind="ghost"
        size="sm"
        renderIcon={Add}
        onClick={() => change((yaml) => added(yaml, ['load', 'requests'], { name: `request-${count + 1}`, get: '/' }))}
      >
        Add request
      </Button>
    </fieldset>
  );
}

function OneRequest({ index }: { index: number }) {
  const { target, change } = useEditing();
  const path = ['load', 'requests', index] as const;
  const method = METHODS.find((each) => target.get([...path, each]) !== undefined) ?? 'get';
  return (
    <div className="form-item" role="group" aria-label={`Request ${index + 1}`}>
      <Field path={[...path, 'name']} label="Name" />
      <Field path={[...path, 'weight']} label="Weight" example="1" read={numberOr} />
      <Select
        id={`target-request-${index}-method`}
        size="sm"
        labelText="Method"
        value={method}
        onChange={(event) =>
          change((yaml) =>
            target.get([...path, method]) === undefined
              ? edited(yaml, [...path, event.target.value], '/')
              : renamed(yaml, [...path, method], event.target.value),
          )
        }
      >
        {METHODS.map((each) => (
          <SelectItem key={each} value={each} text={each.toUpperCase()} />
        ))}
      </Select>
      <Field path={[...path, method]} label="Path" example="/api/products?category={category}" keepEmpty />
      <Field path={[...path, 'body']} label="Body" example="none" />
      <Field path={[...path, 'expect']} label="Expected status" example="2xx" read={numberOr} />
      <Button
        kind="ghost"
        size="sm"
        hasIconOnly
        renderIcon={TrashCan}
        iconDescription={`Remove request ${index + 1}`}
        onClick={() => change((yaml) => edited(yaml, path, null))}
      />
    </div>
  );
}
