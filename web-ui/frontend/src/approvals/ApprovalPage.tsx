import { Breadcrumb, BreadcrumbItem } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { allApprovalsQuery } from '../api/queries';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { Empty } from '../shell/States';
import { ApprovalPanel } from './ApprovalPanel';

export function ApprovalPage() {
  const { id = '' } = useParams();
  const approvals = useQuery(allApprovalsQuery);
  return (
    <>
      <Breadcrumb noTrailingSlash>
        <BreadcrumbItem>
          <Link to="/approvals">Approvals</Link>
        </BreadcrumbItem>
        <BreadcrumbItem isCurrentPage>{id}</BreadcrumbItem>
      </Breadcrumb>
      <Loaded query={approvals}>
        {(all) => {
          const approval = all.find((each) => each.id === id);
          return approval ? (
            <>
              <PageTitle
                title={approval.target}
                actions={<Link to={`/runs/${encodeURIComponent(approval.runId)}`}>Show the run</Link>}
              />
              <ApprovalPanel approval={approval} />
            </>
          ) : (
            <Empty title="There is no such approval." action={<Link to="/approvals">Go to the approvals</Link>} />
          );
        }}
      </Loaded>
    </>
  );
}
