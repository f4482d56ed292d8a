import { Breadcrumb, BreadcrumbItem } from '@carbon/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** The way to a page of a target; children are what lies between. */
export function TargetTrail({ name, page, children }: { name: string; page: string; children?: ReactNode }) {
  return (
    <Breadcrumb noTrailingSlash>
      <BreadcrumbItem>
        <Link to="/targets">Targets</Link>
      </BreadcrumbItem>
      <BreadcrumbItem>
        <Link to={`/targets/${encodeURIComponent(name)}`} className="ellipsis">
          {name}
        </Link>
      </BreadcrumbItem>
      {children}
      <BreadcrumbItem isCurrentPage>{page}</BreadcrumbItem>
    </Breadcrumb>
  );
}
