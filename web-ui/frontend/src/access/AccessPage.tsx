import { useMay } from '../session/useSession';
import { PageTitle } from '../shell/PageTitle';
import { AuditLog } from './AuditLog';
import { Tokens } from './Tokens';

export function AccessPage() {
  const isAdmin = useMay('ADMIN');
  return (
    <>
      <PageTitle title="Access">
        Tokens let programs act for you without your password{isAdmin ? '; the audit log says who changed what' : ''}.
      </PageTitle>
      <Tokens />
      {isAdmin && <AuditLog />}
    </>
  );
}
