import { useMemo } from 'react';
import { readEvidence, type Link } from './evidence';

export function EvidenceChain({ evidence, proposal }: { evidence: unknown; proposal: unknown }) {
  const { chain, reason, others } = useMemo(() => readEvidence(evidence, proposal), [evidence, proposal]);
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
