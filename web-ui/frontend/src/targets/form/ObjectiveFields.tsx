import { useEditing } from './Editing';
import { Field } from './fields';

const EXAMPLES = [
  ['p50', 'p50 at most', '50ms'],
  ['p95', 'p95 at most', '200ms'],
  ['p99', 'p99 at most', '800ms'],
  ['errors', 'Errors at most', '0.5%'],
  ['throughput', 'Throughput at least', '40/s'],
] as const;

/** Over all requests, and for each by itself. */
export function ObjectiveFields() {
  const { target } = useEditing();
  const requests = target.get(['load', 'requests']);
  const named = Array.isArray(requests)
    ? requests.map((_, index) => target.get(['load', 'requests', index, 'name']))
    : [];
  const stated = target.get(['objectives', 'requests']);
  const names = new Set(named.filter((name) => typeof name === 'string'));
  Object.keys(typeof stated === 'object' && stated !== null ? stated : {}).forEach((name) => names.add(name));
  return (
    <fieldset className="form-part">
      <legend>Objectives</legend>
      <div className="form-item is-objectives" role="group" aria-label="All requests">
        <span className="form-item-name">All requests</span>
        {EXAMPLES.map(([metric, label, example]) => (
          <Field key={metric} path={['objectives', metric]} label={label} example={example} />
        ))}
      </div>
      {[...names].map((name) => (
        <div key={name} className="form-item is-objectives" role="group" aria-label={`Objectives of ${name}`}>
          <span className="form-item-name ellipsis">{name}</span>
          {EXAMPLES.map(([metric, label, example]) => (
            <Field key={metric} path={['objectives', 'requests', name, metric]} label={label} example={example} />
          ))}
        </div>
      ))}
    </fieldset>
  );
}
