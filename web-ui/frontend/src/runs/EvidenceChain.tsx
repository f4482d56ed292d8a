import { useMemo } from 'react';
import { Prose } from '../shell/Prose';
import { readEvidence, type Link } from './evidence';

export function EvidenceChain({ evidence, proposal }: { evidence: unknown; proposal: unknown }) {
  const { chain, reason, others, trial, symptoms, advice } = useMemo(
    () => readEvidence(evidence, proposal),
    [evidence, proposal],
  );
  return (
    <div className="evidence">
      {chain.length > 0 && (
        <ol className="chain" aria-label="Evidence, from endpoint to change">
          {chain.map((link, index) => (
            <li key={index}>
              <Station link={link} />
            </li>
          ))}
        </ol>
      )}
      {reason && <p className="evidence-reason">{reason}</p>}
      {trial && (
        <p className="evidence-reason">
          <span className="strong">Tried</span> {trial}
        </p>
      )}
      {symptoms.length > 0 && (
        <>
          <p className="evidence-reason strong">What follows from it</p>
          <ul>
            {symptoms.map((symptom) => (
              <li key={symptom} className="muted">
                {symptom}
              </li>
            ))}
          </ul>
        </>
      )}
      {advice && (
        <details className="advice">
          <summary className="strong">{advice.title}</summary>
          <Prose markdown={advice.text} />
        </details>
      )}
      {others.length > 0 && <Details rows={others} />}
    </div>
  );
}

function Station({ link: { station, headline, isCode, details } }: { link: Link }) {
  return (
    <>
      <p className="chain-station">{station}</p>
      {headline && (isCode ? <pre className="chain-code">{headline}</pre> : <p className="strong">{headline}</p>)}
      {details.length > 0 && <Details rows={details} />}
    </>
  );
}

function Details({ rows }: { rows: [string, string][] }) {
  return (
    <dl className="chain-details">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
