import type { RouteObject } from 'react-router';
import { LoginPage } from './session/LoginPage';
import { RequireSession } from './session/RequireSession';
import { CrashPage } from './shell/CrashPage';
import { NotFoundPage } from './shell/NotFoundPage';
import { Shell } from './shell/Shell';
import { Waiting } from './shell/States';

const later =
  <K extends string>(load: () => Promise<Record<K, React.ComponentType>>, name: K) =>
  async () => ({ Component: (await load())[name] });

export const routes: RouteObject[] = [
  { path: '/login', element: <LoginPage />, errorElement: <CrashPage /> },
  {
    element: <RequireSession />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <Waiting what="the page" />,
    children: [
      {
        element: <Shell />,
        errorElement: <CrashPage />,
        children: [
          { path: '/', lazy: later(() => import('./overview/OverviewPage'), 'OverviewPage') },
          { path: '/runs', lazy: later(() => import('./runs/RunsPage'), 'RunsPage') },
          { path: '/runs/new', lazy: later(() => import('./start/StartRunPage'), 'StartRunPage') },
          { path: '/runs/:id/:tab?', lazy: later(() => import('./runs/RunPage'), 'RunPage') },
          { path: '/targets', lazy: later(() => import('./targets/TargetsPage'), 'TargetsPage') },
          { path: '/targets/:name', lazy: later(() => import('./targets/TargetPage'), 'TargetPage') },
          { path: '/targets/:name/history', lazy: later(() => import('./history/HistoryPage'), 'HistoryPage') },
          {
            path: '/targets/:name/monitoring',
            lazy: later(() => import('./monitoring/MonitoringPage'), 'MonitoringPage'),
          },
          {
            path: '/targets/:name/thresholds',
            lazy: later(() => import('./thresholds/ThresholdsPage'), 'ThresholdsPage'),
          },
          {
            path: '/targets/:name/thresholds/:series',
            lazy: later(() => import('./thresholds/ThresholdPage'), 'ThresholdPage'),
          },
          { path: '/targets/:name/reports', lazy: later(() => import('./reports/ReportsPage'), 'ReportsPage') },
          { path: '/compare', lazy: later(() => import('./compare/ComparePage'), 'ComparePage') },
          { path: '/schedules', lazy: later(() => import('./schedules/SchedulesPage'), 'SchedulesPage') },
          { path: '/schedules/new', lazy: later(() => import('./schedules/NewSchedulePage'), 'NewSchedulePage') },
          { path: '/schedules/:id', lazy: later(() => import('./schedules/SchedulePage'), 'SchedulePage') },
          { path: '/monitoring', lazy: later(() => import('./kpis/KpisPage'), 'KpisPage') },
          { path: '/alerts', lazy: later(() => import('./alerts/AlertsPage'), 'AlertsPage') },
          { path: '/approvals', lazy: later(() => import('./approvals/ApprovalsPage'), 'ApprovalsPage') },
          { path: '/approvals/:id', lazy: later(() => import('./approvals/ApprovalPage'), 'ApprovalPage') },
          { path: '/access', lazy: later(() => import('./access/AccessPage'), 'AccessPage') },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];
