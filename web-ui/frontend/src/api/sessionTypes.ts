export type Role = 'VIEWER' | 'OPERATOR' | 'APPROVER' | 'ADMIN';

export interface Session {
  user: string;
  roles: string[];
}

export interface Info {
  version: string;
  operateUrl: string | null;
  localMode: boolean;
  /** Whether a name and a password open a session. */
  localUsers: boolean;
  /** What the button of the OpenID provider says; null for none. */
  oidcLabel: string | null;
}
