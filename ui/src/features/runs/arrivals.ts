import { useState } from 'react';
import type { RunSummary } from '@/lib/api/runs';

/** Tells which runs came after the list was first shown, so that only those are tinted. */
export function useArrivals(runs: readonly RunSummary[]): (run: RunSummary) => boolean {
  const [newestAtFirst] = useState(() => runs[0]?.queuedAt ?? '');
  return (run) => run.queuedAt > newestAtFirst;
}
