import { useQuery } from '@tanstack/react-query';
import { partQuery } from '../api/queries';
import { bytes, count, decimal, millis, rate, share, words } from '../format/figures';
import { Command } from '../shell/Command';
import { Loaded } from '../shell/Loaded';
import { Empty } from '../shell/States';
import { Facts } from './Facts';
import type { JvmFacts } from './jvm';
import { AllocationTable, HotTable, InsideTable, PoolTable, WaitTable } from './JvmTables';

export function Jvm({ runId }: { runId: string }) {
  const jvm = useQuery(partQuery<JvmFacts>(runId, 'jvm'));
  return (
    <Loaded query={jvm}>{(facts) => (facts.seconds > 0 ? <Recorded jvm={facts} /> : <Unseen jvm={facts} />)}</Loaded>
  );
}

function Unseen({ jvm: { unseen, mend } }: { jvm: JvmFacts }) {
  return (
    <Empty title="The service’s JVM was not recorded." action={mend && <Command text={mend} what="what enables it" />}>
      {words(unseen)}.
    </Empty>
  );
}

function Recorded({ jvm }: { jvm: JvmFacts }) {
  const { garbage, allocation } = jvm;
  return (
    <>
      <section className="block">
        <h3>The JVM</h3>
        <Facts
          rows={[
            ['JVM', jvm.version],
            ['Recorded for', `${decimal(jvm.seconds)} s`],
            ['CPU used', `${share(jvm.cpuShare)} of ${jvm.cores} CPUs`],
            ['Exceptions', rate(jvm.exceptionsPerSecond)],
            ['Allocated', `${bytes(allocation.bytesPerSecond)}/s`],
          ]}
        />
      </section>
      <section className="block">
        <h3>Garbage collection</h3>
        <Facts
          rows={[
            ['Collector', garbage.collector || 'not known'],
            ['Collections', count(garbage.collections)],
            ['Time in pauses', share(garbage.pauseShare)],
            ['Longest pause', millis(garbage.longestMs)],
            ['Heap after one', garbage.liveBytes === 0 ? 'not seen' : bytes(garbage.liveBytes)],
            ['Heap at most', garbage.maxBytes === 0 ? 'not known' : bytes(garbage.maxBytes)],
          ]}
        />
      </section>
      <HotTable rows={jvm.hot} samples={jvm.samples} />
      <WaitTable rows={jvm.waits} />
      <InsideTable rows={jvm.inside} />
      <PoolTable rows={jvm.groups} />
      <AllocationTable rows={allocation.sites} />
    </>
  );
}
