import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { LiveProvider } from '../live/LiveProvider';
import { AppHeader } from './AppHeader';
import { ConnectionNotice } from './ConnectionNotice';
import { Waiting } from './States';

export function Shell() {
  return (
    <LiveProvider>
      <AppHeader />
      <main id="main-content" className="page" tabIndex={-1}>
        <ConnectionNotice />
        <Suspense fallback={<Waiting what="the page" />}>
          <Outlet />
        </Suspense>
      </main>
    </LiveProvider>
  );
}
