import { Tag } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { statementPlanQuery } from '../api/queries';
import { count, share } from '../format/figures';
import { Loaded } from '../shell/Loaded';
import { readPlan, type PlanNode } from './planTree';

export function PlanTree({ runId, queryId }: { runId: string; queryId: string }) {
  const plan = useQuery(statementPlanQuery(runId, queryId));
  return (
    <Loaded query={plan}>
      {(raw) => {
        const root = readPlan(raw);
        return root ? (
          <ul className="plan-tree" aria-label="Plan">
            <Node node={root} />
          </ul>
        ) : (
          <p className="muted">The plan cannot be read.</p>
        );
      }}
    </Loaded>
  );
}

function Node({ node }: { node: PlanNode }) {
  return (
    <li>
      <div className={node.costliest ? 'plan-node plan-node-costliest' : 'plan-node'}>
        <div>
          <span className="strong">{node.title}</span>
          {node.costliest && (
            <Tag type="red" size="sm">
              costliest
            </Tag>
          )}
        </div>
        <meter min={0} max={1} value={node.share} aria-label={`${share(node.share)} of the plan's cost by itself`} />
        <p className="muted">
          cost {count(node.selfCost)} by itself ({share(node.share)}), {count(node.cost)} in all;{' '}
          {count(node.estimatedRows)} rows estimated
          {node.actualRows === null ? '' : `, ${count(node.actualRows)} in reality`}
        </p>
        {node.conditions.map(([name, text]) => (
          <p key={name} className="plan-condition">
            {name}: <code>{text}</code>
          </p>
        ))}
      </div>
      {node.children.length > 0 && (
        <ul>
          {node.children.map((child, index) => (
            <Node key={index} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
