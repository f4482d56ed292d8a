import { Link } from 'react-router';
import { Empty } from './States';
import { usePageTitle } from './usePageTitle';

export function NotFoundPage() {
  usePageTitle('Not found');
  return (
    <Empty title="There is no such page." action={<Link to="/runs">Go to the runs</Link>}>
      The address may be mistyped, or what it showed has been removed.
    </Empty>
  );
}
