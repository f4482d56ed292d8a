import { Breadcrumb, BreadcrumbItem } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { targetQuery } from '../api/queries';
import { CalibrationPanel } from '../calibration/CalibrationPanel';
import { GuardsPanel } from '../guards/GuardsPanel';
import { Loaded } from '../shell/Loaded';
import { PageTitle } from '../shell/PageTitle';
import { EXAMPLE } from './example';
import { TargetForm } from './TargetForm';

export function TargetPage() {
  const { name = 'new' } = useParams();
  return (
    <>
      <Breadcrumb noTrailingSlash>
        <BreadcrumbItem>
          <Link to="/targets">Targets</Link>
        </BreadcrumbItem>
        <BreadcrumbItem isCurrentPage>{name}</BreadcrumbItem>
      </Breadcrumb>
      {name === 'new' ? <NewTarget /> : <KnownTarget key={name} name={name} />}
    </>
  );
}

function NewTarget() {
  return (
    <>
      <PageTitle title="Register target">
        Only name, baseUrl, load.requests and database are required. Secrets stay references such as{' '}
        {'${SHOP_DB_PASSWORD}'}.
      </PageTitle>
      <TargetForm definition={EXAMPLE} name={null} />
    </>
  );
}

function KnownTarget({ name }: { name: string }) {
  const target = useQuery(targetQuery(name));
  return (
    <Loaded query={target}>
      {({ definition, baseUrl }) => (
        <>
          <PageTitle
            title={name}
            actions={
              <>
                <Link to={`/targets/${encodeURIComponent(name)}/monitoring`}>Monitoring</Link>
                <Link to={`/targets/${encodeURIComponent(name)}/reports`}>Reports</Link>
                <Link to={`/targets/${encodeURIComponent(name)}/history`}>History</Link>
                <Link to={`/runs/new?target=${encodeURIComponent(name)}`}>Start a run</Link>
              </>
            }
          >
            {baseUrl}
          </PageTitle>
          <TargetForm definition={definition} name={name} />
          <GuardsPanel target={name} />
          <CalibrationPanel target={name} />
        </>
      )}
    </Loaded>
  );
}
