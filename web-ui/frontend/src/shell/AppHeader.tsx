import {
  Header,
  HeaderGlobalAction,
  HeaderGlobalBar,
  HeaderMenuButton,
  HeaderMenuItem,
  HeaderName,
  HeaderNavigation,
  SideNav,
  SideNavItems,
  SideNavLink,
  SkipToContent,
} from '@carbon/react';
import { Asleep, Launch, Light, Logout, UserAvatar } from '@carbon/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { signOut } from '../api/actions';
import { infoQuery, pendingApprovalsQuery } from '../api/queries';
import { useRefetchInterval } from '../live/LiveContext';
import { useTheme } from '../session/theme';
import { useSession } from '../session/useSession';
import { Brand } from './Brand';

const PLACES = [
  { to: '/', label: 'Overview' },
  { to: '/runs', label: 'Runs' },
  { to: '/targets', label: 'Targets' },
  { to: '/schedules', label: 'Schedules' },
  { to: '/monitoring', label: 'Monitoring' },
  { to: '/alerts', label: 'Alerts' },
  { to: '/approvals', label: 'Approvals' },
] as const;

/** Seven words fit beside each other on a wide screen; on others they are behind a menu, but for what waits for an answer. */
export function AppHeader() {
  const [open, setOpen] = useState(false);
  const { user, roles } = useSession();
  const { theme, toggle } = useTheme();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const info = useQuery(infoQuery);
  const pending = useQuery({ ...pendingApprovalsQuery, refetchInterval: useRefetchInterval() });
  const waiting = pending.data?.length ?? 0;
  const at = (path: string) => (path === '/' ? pathname === path : pathname.startsWith(path));
  const close = () => setOpen(false);
  const badge = waiting > 0 && (
    <span className="badge" aria-label={`${waiting} waiting`}>
      {waiting}
    </span>
  );

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
      <HeaderMenuButton
        aria-label={open ? 'Close menu' : 'Open menu'}
        aria-expanded={open}
        isActive={open}
        onClick={() => setOpen(!open)}
      />
      <HeaderName as={Link} to="/" prefix="">
        <Brand />
      </HeaderName>
      <HeaderNavigation aria-label="Main">
        {PLACES.map(({ to, label }) => (
          <HeaderMenuItem key={to} as={Link} to={to} isActive={at(to)}>
            {label}
            {to === '/approvals' && badge}
          </HeaderMenuItem>
        ))}
      </HeaderNavigation>
      {open && (
        <SideNav aria-label="Menu" expanded isPersistent={false} onOverlayClick={close} onSideNavBlur={close}>
          <SideNavItems>
            {PLACES.map(({ to, label }) => (
              <SideNavLink key={to} as={Link} to={to} isActive={at(to)} onClick={close}>
                {label}
              </SideNavLink>
            ))}
          </SideNavItems>
        </SideNav>
      )}
      <HeaderGlobalBar>
        <Link to="/approvals" className="header-approvals" aria-current={at('/approvals') ? 'page' : undefined}>
          Approvals{badge}
        </Link>
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
