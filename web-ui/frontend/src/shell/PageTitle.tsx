import type { ReactNode } from 'react';
import { usePageTitle } from './usePageTitle';

interface PageTitleProps {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

export function PageTitle({ title, children, actions }: PageTitleProps) {
  usePageTitle(title);
  return (
    <div className="page-title">
      <div>
        <h1>{title}</h1>
        {children && <p className="muted">{children}</p>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </div>
  );
}
