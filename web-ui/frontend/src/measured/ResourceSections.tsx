import { useQuery } from '@tanstack/react-query';
import type { LoadProfile, LoadTest, Resource, Verdict } from '../api/types';
import { VerdictTable } from '../runs/VerdictTable';
import { Loaded } from '../shell/Loaded';
import { ComparedTable } from './ComparedTable';
import { resourcesQuery } from './queries';
import { compared, RESOURCES, writingRequests, WRITES } from './resources';

interface ResourceSectionsProps {
  runId: string;
  profile: LoadProfile;
  loads: LoadTest[];
  /** Those of single requests. */
  verdicts: Verdict[];
}

/** What the same load cost the target before and after: its writes, and what they and the reads took. */
export function ResourceSections(props: ResourceSectionsProps) {
  const resources = useQuery(resourcesQuery(props.runId));
  return <Loaded query={resources}>{(read) => <Sections {...props} resources={read} />}</Loaded>;
}

function Sections({ profile, loads, verdicts, resources }: ResourceSectionsProps & { resources: Resource[] }) {
  const writing = writingRequests(loads, profile);
  const writes = verdicts.filter(({ request, metric }) => metric === 'P95_MS' && writing.includes(request));
  const work = compared(WRITES, resources, loads, profile);
  const rest = compared(RESOURCES, resources, loads, profile);
  return (
    <>
      {(writes.length > 0 || work.length > 0) && (
        <section className="block">
          <h4>Write cost</h4>
          {writes.length > 0 && (
            <VerdictTable
              label={`p95 of requests that may write, ${profile.toLowerCase()} load`}
              rows={writes}
              first={{ heading: 'p95 of requests that may write', of: ({ request }) => request }}
            />
          )}
          {work.length > 0 && <ComparedTable label={`Writes, ${profile.toLowerCase()} load`} rows={work} />}
        </section>
      )}
      {rest.length > 0 ? (
        <section className="block">
          <h4>Resources</h4>
          <ComparedTable label={`Resources, ${profile.toLowerCase()} load`} rows={rest} />
          <p className="muted small">
            Read every two seconds (the service’s own metrics every ten) of the test that stands for each side; a
            difference here is not a verdict.
          </p>
        </section>
      ) : (
        <p className="muted small">No resources were kept of these load tests: an earlier version drove them.</p>
      )}
    </>
  );
}
