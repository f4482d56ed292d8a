import { Accordion, AccordionItem, Tag } from '@carbon/react';
import type { LoadCheck, LoadTest } from '../api/types';
import { words } from '../format/figures';
import { PHASES } from './phases';

const TYPES = { FINE: 'green', SPOILED: 'red', NOTED: 'blue', NOT_LOOKED_AT: 'warm-gray' } as const satisfies Record<
  LoadCheck['state'],
  string
>;

/** What else was looked at while a load was driven; closed unless something spoiled it. */
export function LoadChecks({ load }: { load: LoadTest }) {
  const { checks } = load;
  if (checks.length === 0) {
    return null;
  }
  const name = `${words(load.profile)}, ${PHASES[load.phase]}, round ${load.round}, attempt ${load.attempt}`;
  return (
    <Accordion size="sm">
      <AccordionItem title={`${name}: what was looked at`} open={checks.some((check) => check.state === 'SPOILED')}>
        <ul className="load-checks">
          {checks.map((check) => (
            <li key={check.subject}>
              <Tag type={TYPES[check.state]} size="sm">
                {words(check.state)}
              </Tag>{' '}
              <b>{check.subject}.</b> {check.words}
            </li>
          ))}
        </ul>
      </AccordionItem>
    </Accordion>
  );
}
