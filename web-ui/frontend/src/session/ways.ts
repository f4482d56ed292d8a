/** Only paths of ours: an address from the query string must not lead elsewhere. */
export function ownPath(from: string | null): string {
  return from && /^\/(?![/\\])/.test(from) ? from : '/';
}

interface Refused {
  title: string;
  subtitle: string;
}

const REFUSALS: Record<string, Refused> = {
  'no-role': {
    title: 'You are known, but have no role in Perfloop.',
    subtitle: 'None of your groups gives one. Ask who runs Perfloop to add a group of yours, or to put you into one.',
  },
  'no-name': {
    title: 'Your provider does not tell your name.',
    subtitle: 'Who runs Perfloop has to set perfloop.web.oidc.name-claim to a claim that the provider sends.',
  },
  'name-taken': {
    title: 'Your name is also the name of a local user.',
    subtitle: 'Who runs Perfloop has to rename that user, or to switch local users off.',
  },
  away: {
    title: 'The login provider does not answer.',
    subtitle: 'Try again in a while.',
  },
};
const FAILED: Refused = { title: 'The login at the provider did not succeed.', subtitle: 'Try again.' };

/** Why one came back from the provider without being let in; the codes are the server's. */
export function refusedBy(code: string | null): Refused | null {
  return code === null ? null : (REFUSALS[code] ?? FAILED);
}

export const LOCAL_USERS =
  'Local mode: viewer reads, operator may start runs, approver may also approve changes, admin sees the audit log. ' +
  'Unless you set other passwords, the password is the user name.';
