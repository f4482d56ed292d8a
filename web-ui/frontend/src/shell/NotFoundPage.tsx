import { Link } from 'react-router';
import { PageTitle } from './PageTitle';
import { Empty } from './States';

export function NotFoundPage() {
  return (
    <>
      <PageTitle title="Not found" />
      <Empty title="There is no such page." action={<Link to="/runs">Go to the runs</Link>}>
        The address may be mistyped, or what it showed has been removed.
      </Empty>
    </>
  );
}
