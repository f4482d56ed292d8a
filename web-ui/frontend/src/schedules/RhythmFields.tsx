import { RadioButton, RadioButtonGroup, Select, SelectItem, TextInput } from '@carbon/react';
import { HOURS, WEEKDAYS, type Rhythm } from './rhythm';

const KINDS: { value: Rhythm['kind']; label: string }[] = [
  { value: 'DAILY', label: 'Every day' },
  { value: 'WORKDAYS', label: 'On working days' },
  { value: 'WEEKLY', label: 'Once a week' },
  { value: 'HOURS', label: 'Every few hours' },
  { value: 'OTHER', label: 'As cron or ISO 8601' },
];

interface RhythmFieldsProps {
  rhythm: Rhythm;
  /** What is wrong with the times. */
  trouble: string | null;
  onChange: (rhythm: Rhythm) => void;
}

export function RhythmFields({ rhythm, trouble, onChange }: RhythmFieldsProps) {
  const set = (part: Partial<Rhythm>) => onChange({ ...rhythm, ...part });
  const wrong = { invalid: trouble !== null, invalidText: trouble ?? '' };
  return (
    <>
      <RadioButtonGroup
        name="rhythm"
        legendText="When"
        orientation="vertical"
        valueSelected={rhythm.kind}
        onChange={(value) => set({ kind: value as Rhythm['kind'] })}
      >
        {KINDS.map(({ value, label }) => (
          <RadioButton key={value} id={`rhythm-${value}`} value={value} labelText={label} />
        ))}
      </RadioButtonGroup>
      {rhythm.kind === 'WEEKLY' && (
        <Select
          id="rhythm-weekday"
          labelText="Day"
          value={rhythm.weekday}
          onChange={(event) => set({ weekday: event.target.value })}
        >
          {WEEKDAYS.map(({ value, label }) => (
            <SelectItem key={value} value={value} text={label} />
          ))}
        </Select>
      )}
      {(rhythm.kind === 'DAILY' || rhythm.kind === 'WORKDAYS' || rhythm.kind === 'WEEKLY') && (
        <TextInput
          id="rhythm-time"
          type="time"
          labelText="Time"
          value={rhythm.time}
          onChange={(event) => set({ time: event.target.value })}
          {...wrong}
        />
      )}
      {rhythm.kind === 'HOURS' && (
        <Select
          id="rhythm-hours"
          labelText="Hours between the begins"
          value={rhythm.hours}
          onChange={(event) => set({ hours: Number(event.target.value) })}
          {...wrong}
        >
          {HOURS.map((hours) => (
            <SelectItem key={hours} value={hours} text={hours === 1 ? '1 hour' : `${hours} hours`} />
          ))}
        </Select>
      )}
      {rhythm.kind === 'OTHER' && (
        <TextInput
          id="rhythm-text"
          labelText="Times"
          helperText="Minute, hour, day of month, month, day of week: 0 2 * * MON-FRI. Or an interval: R/PT6H, R/P1W."
          value={rhythm.text}
          maxLength={100}
          onChange={(event) => set({ text: event.target.value })}
          {...wrong}
        />
      )}
    </>
  );
}
