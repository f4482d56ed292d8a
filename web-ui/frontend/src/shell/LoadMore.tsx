import { Button } from '@carbon/react';
import { Failure } from './States';

interface LoadMoreProps {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: Error | null;
    fetchNextPage: () => unknown;
  };
  label?: string;
}

/** The way to the next page of a long list; what is there stays. */
export function LoadMore({ query, label = 'Load more' }: LoadMoreProps) {
  if (!query.hasNextPage) {
    return null;
  }
  return (
    <>
      {query.isFetchNextPageError && <Failure error={query.error} />}
      <Button
        kind="ghost"
        size="md"
        disabled={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
        className="load-more"
      >
        {query.isFetchingNextPage ? 'Loading …' : label}
      </Button>
    </>
  );
}
