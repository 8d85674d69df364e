import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { recordQuery } from '@/lib/api/records';
import type { RecordKind } from '@/lib/records-of';

/** A record that is changed elsewhere is read again at once, and with it the runs that began. */
export function useReadAgain(kind: RecordKind, id: string): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    void queries.invalidateQueries({ queryKey: recordQuery(kind, id).queryKey });
    void queries.invalidateQueries({ queryKey: ['runs', 'of'] });
  }, [queries, kind, id]);
}
