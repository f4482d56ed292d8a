// Invented tokens and deeds for the page /access.
const token = (id, name, owner, roles, rest = {}) => ({
  id,
  name,
  owner,
  roles,
  createdAt: '2026-11-02T09:00:00Z',
  expiresAt: '2027-01-31T09:00:00Z',
  lastUsedAt: '2026-11-21T07:41:00Z',
  revokedAt: null,
  revokedBy: null,
  ...rest,
});

export const tokens = [
  token('t1', 'build', 'ana', ['OPERATOR']),
  token('t2', 'nightly gate of the shop on the second runner', 'ben', ['OPERATOR', 'VIEWER'], { lastUsedAt: null }),
  token('t3', 'laptop', 'ana', ['VIEWER'], { revokedAt: '2026-11-20T12:00:00Z', revokedBy: 'admin' }),
];

const deed = (id, action, rest) => ({
  id: String(id),
  at: `2026-11-21T08:${String(id).padStart(2, '0')}:12Z`,
  who: 'ana',
  way: 'SESSION',
  tokenId: null,
  tokenName: null,
  action,
  subject: '',
  target: null,
  status: 200,
  remoteAddress: '192.0.2.17',
  ...rest,
});

const deeds = [
  deed(12, 'POST /api/approvals/{id}/decision', { who: 'ben', subject: 'r-1-plan', target: 'shop', status: 202 }),
  deed(11, 'POST /api/runs', { subject: 'r-1', target: 'shop', status: 201 }),
  deed(10, 'POST /api/targets/{target}/gate', {
    who: 'ben',
    way: 'TOKEN',
    tokenId: 't1',
    tokenName: 'build',
    subject: 'shop',
    target: 'shop',
    status: 403,
  }),
  deed(9, 'LOGIN', { who: null, status: 401, way: 'BASIC' }),
  deed(8, 'LOGIN', { way: 'OIDC', status: 302 }),
];

export const audit = (params) => ({
  items: deeds.filter(({ who, target }) =>
    [
      [params.get('who'), who],
      [params.get('target'), target],
    ].every(([asked, is]) => asked === null || asked === is),
  ),
  nextCursor: null,
});
