import { useQuery } from '@tanstack/react-query';
import { roiQuery, type Known, type Roi } from '../api/roi';
import { decimal } from '../format/figures';

/** What a run brought in money, each figure with its origin. */
export function Return({ runId }: { runId: string }) {
  const { data: roi } = useQuery(roiQuery(runId));
  if (!roi) {
    return null;
  }
  return (
    <section className="block">
      <h3>Return</h3>
      <table className="cds--data-table cds--data-table--sm">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Value</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {lines(roi).map(([name, { value, origin }, unit]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value === null ? 'not known' : `${decimal(value)} ${unit}`}</td>
              <td className="muted">{origin}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function lines(roi: Roi): [string, Known, string][] {
  const monthly = `${roi.currency} a month`;
  return [
    ['Capacity before', roi.capacityBefore, 'requests/s'],
    ['Capacity after', roi.capacityAfter, 'requests/s'],
    ['Instances before', roi.instancesBefore, ''],
    ['Instances after', roi.instancesAfter, ''],
    ['Compute before', roi.computeBefore, monthly],
    ['Compute after', roi.computeAfter, monthly],
    ['Storage added', roi.storageAdded, monthly],
    ['Saved', roi.savedPerMonth, monthly],
    ['Work on this run', roi.runCost, roi.currency],
    ['Payback', roi.paybackMonths, 'months'],
  ];
}
