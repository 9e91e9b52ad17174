import type { UseQueryResult } from '@tanstack/react-query';
import type { ComponentChildren } from 'preact';
import { FailureNote } from './failure-note.tsx';
import { Skeleton } from './skeleton.tsx';

export interface LoadedProps<Data> {
  readonly of: UseQueryResult<Data, Error>;
  /** Lines of its skeleton. */
  readonly lines?: number;
  readonly children: (data: Data) => ComponentChildren;
}

/** What was read; until then its skeleton, and if it cannot be read, why. */
export function Loaded<Data>({ of, lines = 3, children }: LoadedProps<Data>) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error !== null) return <FailureNote error={of.error} again={() => void of.refetch()} />;
  return <Skeleton lines={lines} />;
}
