import { Checkbox, Select, SelectItem, TextInput } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { Problem } from '../api/problem';
import { previewQuery, type ScheduleWish } from '../api/schedules';
import type { Intensity } from '../api/types';
import { INTENSITIES } from '../runs/intensities';
import { RoleButton } from '../session/RoleButton';
import { Failure } from '../shell/States';
import { NextTimes } from './NextTimes';
import { rhythmOf, textOf } from './rhythm';
import { RhythmFields } from './RhythmFields';
import { knownZones } from './zones';

const ZONES = knownZones();

interface ScheduleFormProps {
  start: ScheduleWish;
  verb: string;
  pending: boolean;
  error: Error | null;
  onSave: (wish: ScheduleWish) => void;
  /** Fields ahead of the times. */
  children?: ReactNode;
}

/** Times are looked at by the server while they are chosen: what is wrong stands at its field before anything is saved. */
export function ScheduleForm({ start, verb, pending, error, onSave, children }: ScheduleFormProps) {
  const [rhythm, setRhythm] = useState(() => rhythmOf(start.times));
  const [zone, setZone] = useState(start.zone);
  const [intensity, setIntensity] = useState<Intensity>(start.intensity);
  const [inWindowsOnly, setInWindowsOnly] = useState(start.inWindowsOnly);
  const times = textOf(rhythm);
  const preview = useQuery(previewQuery(useDeferredValue(times), useDeferredValue(zone)));
  const errors = preview.data?.errors ?? (error instanceof Problem ? error.errors : []);
  const trouble = (field: string) => errors.find((each) => each.field === field)?.message ?? null;
  return (
    <div className="start-run">
      <div className="form">
        {children}
        <RhythmFields
          rhythm={rhythm}
          trouble={times === '' ? 'Choose a time.' : trouble('times')}
          onChange={setRhythm}
        />
        <TextInput
          id="schedule-zone"
          labelText="Time zone"
          helperText="Whose clock is meant. When it is changed in spring and autumn, what comes daily still comes once a day."
          list="known-zones"
          autoComplete="off"
          maxLength={60}
          value={zone}
          invalid={zone === '' || trouble('zone') !== null}
          invalidText={trouble('zone') ?? 'Choose a time zone.'}
          onChange={(event) => setZone(event.target.value)}
        />
        <datalist id="known-zones">
          {ZONES.map((known) => (
            <option key={known} value={known} />
          ))}
        </datalist>
        <Select
          id="schedule-intensity"
          labelText="Intensity"
          value={intensity}
          onChange={(event) => setIntensity(event.target.value as Intensity)}
        >
          {INTENSITIES.map(({ value, label, what }) => (
            <SelectItem key={value} value={value} text={`${label}: ${what}`} />
          ))}
        </Select>
        <Checkbox
          id="schedule-windows"
          labelText="Only while a maintenance window of the target is open, if it has any"
          checked={inWindowsOnly}
          onChange={(_event, { checked }) => setInWindowsOnly(checked)}
        />
        {error && <Failure error={error} />}
        <div className="form-buttons">
          <RoleButton
            needs="OPERATOR"
            size="md"
            disabled={pending || times === '' || zone === '' || errors.length > 0}
            onClick={() => onSave({ times, zone, intensity, inWindowsOnly })}
          >
            {pending ? 'Saving …' : verb}
          </RoleButton>
        </div>
      </div>
      <section aria-live="polite">
        <h2>Next runs</h2>
        {preview.isError && <Failure error={preview.error} retry={() => void preview.refetch()} />}
        {preview.data?.errors.length === 0 && <NextTimes times={preview.data.next} zone={zone} />}
        {errors.length > 0 && <p className="muted">None, before what is marked is mended.</p>}
        <p className="muted">
          A run does not begin beside another of the same target. Times that were missed count as one, which comes as
          soon as it can.
        </p>
      </section>
    </div>
  );
}
