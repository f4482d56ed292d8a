import { Breadcrumb, BreadcrumbItem } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { approvalQuery } from '../api/queries';
import { useRefetchInterval } from '../live/LiveContext';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { ApprovalPanel } from './ApprovalPanel';

export function ApprovalPage() {
  const { id = '' } = useParams();
  const approval = useQuery({ ...approvalQuery(id), refetchInterval: useRefetchInterval() });
  return (
    <>
      <Breadcrumb noTrailingSlash>
        <BreadcrumbItem>
          <Link to="/approvals">Approvals</Link>
        </BreadcrumbItem>
        <BreadcrumbItem isCurrentPage>{id}</BreadcrumbItem>
      </Breadcrumb>
      <Loaded query={approval}>
        {(asked) => (
          <>
            <PageTitle
              title={asked.target}
              actions={<Link to={`/runs/${encodeURIComponent(asked.runId)}`}>Show the run</Link>}
            />
            <h2 className="visually-hidden">What is to be decided</h2>
            <ApprovalPanel approval={asked} />
          </>
        )}
      </Loaded>
    </>
  );
}
