import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { WayPoint } from './here';

type Search = NonNullable<WayPoint['search']>;

/** What pages were last narrowed to, by their paths. */
const last = new Map<string, Search>();

/** Kept while somebody is in the house, and forgotten when they leave it. */
export function useKeptSearches(): void {
  const router = useRouter();
  useEffect(() => {
    const keep = () => {
      const { pathname, search } = router.state.location;
      last.set(pathname, search);
    };
    keep();
    const stop = router.subscribe('onResolved', keep);
    return () => {
      stop();
      last.clear();
    };
  }, [router]);
}

/** The way back leads to a list as it was left. */
export const searchAt = ({ to, search }: WayPoint): Search => search ?? last.get(to) ?? {};
