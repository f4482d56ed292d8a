import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { blindSpotsQuery } from '../api/queries';
import type { BlindSpot } from '../api/types';
import { sentence } from '../format/figures';
import { groupedBy } from '../format/groupedBy';
import { Offers } from '../observability/Offers';
import { Command } from '../shell/Command';
import { Loaded } from '../shell/Loaded';
import { Empty } from '../shell/States';
import { mendOf, PLACES, type Mend, type Place } from './mends';
import type { RunTabProps } from './RunTabs';

export function BlindSpotsTab({ run }: RunTabProps) {
  const spots = useQuery(blindSpotsQuery(run.id));
  return (
    <>
      <Loaded query={spots}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={run.status === 'ENDED' ? 'No blind spot was written down.' : 'No blind spot so far.'}>
              What a run cannot see for lack of a right, an extension or an address is listed here with what opens it. A
              run that ends early has not looked at what comes after.
            </Empty>
          ) : (
            <Places rows={rows} target={run.target} />
          )
        }
      </Loaded>
      <Offers target={run.target} />
    </>
  );
}

function Places({ rows, target }: { rows: BlindSpot[]; target: string }) {
  const byPlace = groupedBy(rows.map(mendOf), ({ place }) => place);
  return (
    <>
      <p className="lead">
        No finding can rest on what was not looked at. Once it is enabled, the next run of this target sees it.
      </p>
      {(Object.keys(PLACES) as Place[]).map((place) => {
        const mends = byPlace.get(place) ?? [];
        return (
          mends.length > 0 && (
            <section key={place} className="block">
              <h3>{PLACES[place]}</h3>
              {place === 'TARGET_FILE' && (
                <p>
                  <Link to={`/targets/${encodeURIComponent(target)}`}>Edit the file of {target}</Link>
                </p>
              )}
              <ul className="mends">
                {mends.map((mend) => (
                  <MendEntry key={mend.what} mend={mend} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

function MendEntry({ mend: { what, why, steps } }: { mend: Mend }) {
  return (
    <li>
      <div>
        <p className="strong">{sentence(what)}</p>
        <p className="muted">{sentence(why)}</p>
      </div>
      <div>
        {steps.length === 0 && <p className="muted">Nothing is known that would open it.</p>}
        {steps.map(({ text, isCommand }) =>
          isCommand ? (
            <Command key={text} text={text} what={`what shows ${what}`} />
          ) : (
            <p key={text}>{sentence(text)}</p>
          ),
        )}
      </div>
    </li>
  );
}
