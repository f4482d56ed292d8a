import { Select, SelectItem, TextInput } from '@carbon/react';
import { useDeferredValue, useState } from 'react';
import { RoleButton } from '../session/RoleButton';
import { Failure } from '../shell/States';
import { draftOf, troublesOf, unitOf, wishOf, type Draft } from './draft';
import { Preview } from './Preview';
import type { SeriesThreshold, Wish } from './queries';

interface ThresholdFormProps {
  target: string;
  series: SeriesThreshold;
  pending: boolean;
  error: Error | null;
  onSave: (wish: Wish) => void;
}

/** What it would have raised is shown while it is written. */
export function ThresholdForm({ target, series, pending, error, onSave }: ThresholdFormProps) {
  const [draft, setDraft] = useState(() => draftOf(series));
  const troubles = troublesOf(draft);
  const wish = wishOf(draft, series.unit);
  const unit = unitOf(series.unit);
  const field = (name: Exclude<keyof Draft, 'direction'>, label: string, help?: string) => (
    <TextInput
      id={`threshold-${name}`}
      labelText={label}
      {...(help ? { helperText: help } : {})}
      inputMode="decimal"
      autoComplete="off"
      value={draft[name]}
      invalid={troubles[name] !== undefined}
      invalidText={troubles[name] ?? ''}
      onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
    />
  );
  return (
    <div className="start-run">
      <div className="form">
        <Select
          id="threshold-direction"
          labelText="It is a trouble"
          value={draft.direction}
          onChange={(event) => setDraft({ ...draft, direction: event.target.value as Draft['direction'] })}
        >
          <SelectItem value="ABOVE" text="above these values" />
          <SelectItem value="BELOW" text="below these values" />
        </Select>
        {field('warning', unit ? `Warning (${unit})` : 'Warning')}
        {field('critical', unit ? `Critical (${unit})` : 'Critical', 'The same as the warning: nothing is critical.')}
        {field(
          'minutes',
          'For (minutes)',
          'So long without a break before it counts, and as long back before it is over.',
        )}
        {field(
          'clearPercent',
          'Back by (%)',
          'So far inside the warning it has to come back, so that it does not flap.',
        )}
        {error && <Failure error={error} />}
        <div className="form-buttons">
          <RoleButton
            needs="OPERATOR"
            size="md"
            disabled={pending || wish === null}
            onClick={() => wish && onSave(wish)}
          >
            {pending ? 'Saving …' : 'Save as its own'}
          </RoleButton>
        </div>
        <p className="muted small">It holds from the next assessment on, before all others.</p>
      </div>
      <Preview target={target} series={series} wish={useDeferredValue(wish)} />
    </div>
  );
}
