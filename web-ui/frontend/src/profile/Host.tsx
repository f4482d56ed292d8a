import { bytes, decimal, share } from '../format/figures';
import { Facts } from './Facts';
import type { HostFacts, Processes } from './machine';

export function Host({ facts }: { facts: HostFacts }) {
  if (facts.source === '') {
    return <p className="muted lead">Nothing is known of the machine beside what the service and its database tell.</p>;
  }
  return (
    <>
      <Facts
        rows={[
          ['Seen from', facts.source],
          ['CPUs', facts.cores === 0 ? 'not known' : String(facts.cores)],
          ['Memory', facts.memoryBytes === 0 ? 'not known' : bytes(facts.memoryBytes)],
          ...ofProcesses('Service', facts.service),
          ...ofProcesses('Database', facts.database),
        ]}
      />
      {facts.loadFromHere && (
        <p className="muted">The load was generated on the same machine: what the generator used is in its figures.</p>
      )}
    </>
  );
}

function ofProcesses(name: string, processes: Processes | null): [string, string][] {
  if (!processes) {
    return [[name, 'not on this machine']];
  }
  const { cpuCores, cpuLimit, residentBytes, memoryLimit, throttledShare } = processes;
  return [
    [`${name}: CPUs used`, `${decimal(cpuCores)}${cpuLimit === null ? '' : ` of ${decimal(cpuLimit)}`}`],
    [`${name}: memory`, `${bytes(residentBytes)}${memoryLimit === null ? '' : ` of ${bytes(memoryLimit)}`}`],
    ...(throttledShare === null ? [] : ([[`${name}: held back`, share(throttledShare)]] as [string, string][])),
  ];
}
