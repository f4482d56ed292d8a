import type { Finding, Level } from '../api/types';
import { percent, words } from '../format/figures';
import { EvidenceChain } from './EvidenceChain';
import { WordTag } from './tags';

const PRIORITY_TYPES = { HIGH: 'red', MEDIUM: 'magenta', LOW: 'cool-gray' } as const satisfies Record<Level, string>;

export function FindingCard({ finding }: { finding: Finding }) {
  return (
    <article className="finding">
      <header>
        <span className="finding-rank">{finding.rank}</span>
        <div className="finding-title">
          <h3>{finding.summary}</h3>
          <div className="tags">
            <WordTag code={finding.kind} type="blue" />
            <WordTag code={finding.layer} type="outline" />
            <WordTag code={`${finding.priority} priority`} type={PRIORITY_TYPES[finding.priority]} />
          </div>
        </div>
        <dl className="figures">
          <div>
            <dt>Impact</dt>
            <dd>{percent(finding.impact)}</dd>
          </div>
          <div>
            <dt>Expected gain</dt>
            <dd>{gain(finding)}</dd>
          </div>
          <div>
            <dt>Confidence</dt>
            <dd>{words(finding.confidence)}</dd>
          </div>
          <div>
            <dt>Effort</dt>
            <dd>{words(finding.effort)}</dd>
          </div>
        </dl>
      </header>
      <EvidenceChain evidence={finding.evidence} proposal={finding.proposal} />
    </article>
  );
}

function gain({ gainLowPct: low, gainHighPct: high }: Finding): string {
  if (low === null && high === null) {
    return '–';
  }
  if (low === null || high === null || low === high) {
    return percent(low ?? high);
  }
  return `${Math.round(low)}–${Math.round(high)} %`;
}
