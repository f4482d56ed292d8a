import type { ReactNode } from 'react';
import { Failure, WaitingLines } from './States';

interface LoadedProps<T> {
  query: { data: T | undefined; isError: boolean; error: Error | null; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

/** Waiting, failure with a way out, or the content: the three states every fetched part has. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.isError) {
    return <Failure error={query.error} retry={() => void query.refetch()} />;
  }
  return <WaitingLines />;
}
