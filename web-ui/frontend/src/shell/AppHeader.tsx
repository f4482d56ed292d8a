import {
  Header,
  HeaderGlobalAction,
  HeaderGlobalBar,
  HeaderMenuItem,
  HeaderName,
  HeaderNavigation,
  SkipToContent,
} from '@carbon/react';
import { Asleep, Launch, Light, Logout, UserAvatar } from '@carbon/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from 'react-router';
import { signOut } from '../api/actions';
import { infoQuery, pendingApprovalsQuery } from '../api/queries';
import { useRefetchInterval } from '../live/LiveContext';
import { useTheme } from '../session/theme';
import { useSession } from '../session/useSession';
import { Brand } from './Brand';

export function AppHeader() {
  const { user, roles } = useSession();
  const { theme, toggle } = useTheme();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const info = useQuery(infoQuery);
  const pending = useQuery({ ...pendingApprovalsQuery, refetchInterval: useRefetchInterval() });
  const waiting = pending.data?.length ?? 0;
  const at = (path: string) => pathname.startsWith(path);

  const leave = async () => {
    const there = await signOut().catch(() => null);
    cache.clear();
    if (there) {
      window.location.assign(there);
      return;
    }
    await navigate('/login');
  };

  return (
    <Header aria-label="Perfloop">
      <SkipToContent />
      <HeaderName as={Link} to="/" prefix="">
        <Brand />
      </HeaderName>
      <HeaderNavigation aria-label="Main">
        <HeaderMenuItem as={Link} to="/" className="not-on-phones" isActive={pathname === '/'}>
          Overview
        </HeaderMenuItem>
        <HeaderMenuItem as={Link} to="/runs" isActive={at('/runs')}>
          Runs
        </HeaderMenuItem>
        <HeaderMenuItem as={Link} to="/targets" isActive={at('/targets')}>
          Targets
        </HeaderMenuItem>
        <HeaderMenuItem as={Link} to="/schedules" className="not-on-phones" isActive={at('/schedules')}>
          Schedules
        </HeaderMenuItem>
        <HeaderMenuItem as={Link} to="/alerts" className="not-on-phones" isActive={at('/alerts')}>
          Alerts
        </HeaderMenuItem>
        <HeaderMenuItem as={Link} to="/approvals" isActive={at('/approvals')}>
          Approvals
          {waiting > 0 && (
            <span className="badge" aria-label={`${waiting} waiting`}>
              {waiting}
            </span>
          )}
        </HeaderMenuItem>
      </HeaderNavigation>
      <HeaderGlobalBar>
        {info.data?.operateUrl && (
          <a className="header-link" href={info.data.operateUrl} target="_blank" rel="noreferrer">
            Operate <Launch />
          </a>
        )}
        <Link
          to="/access"
          className="header-account"
          aria-label={`Access of ${user}`}
          aria-current={at('/access') ? 'page' : undefined}
          title={`Tokens and access. Roles: ${roles.join(', ')}`}
        >
          <UserAvatar size={20} />
          <span className="header-user">{user}</span>
        </Link>
        <HeaderGlobalAction aria-label={theme === 'dark' ? 'Light theme' : 'Dark theme'} onClick={toggle}>
          {theme === 'dark' ? <Light size={20} /> : <Asleep size={20} />}
        </HeaderGlobalAction>
        <HeaderGlobalAction aria-label="Sign out" tooltipAlignment="end" onClick={() => void leave()}>
          <Logout size={20} />
        </HeaderGlobalAction>
      </HeaderGlobalBar>
    </Header>
  );
}
