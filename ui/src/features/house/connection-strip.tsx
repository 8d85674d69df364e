import { Button } from '@/components/ui/button';
import { Strip } from '@/components/strip';
import { useReadiness } from '@/lib/api/readiness';
import { listed } from '@/lib/format';
import { minute } from '@/lib/time';
import { words } from '@/lib/words';
import { waitingParts } from './parts';

/** Shows only when something is wrong: nobody answers, or the house waits for a part. */
export function ConnectionStrip() {
  const { data, error, dataUpdatedAt, refetch } = useReadiness();
  if (error)
    return (
      <Strip
        state="away"
        title={words.connection.lost}
        action={
          <Button size="small" onClick={() => void refetch()}>
            {words.connection.now}
          </Button>
        }
      >
        {data ? words.connection.lostHint(minute(dataUpdatedAt)) : words.connection.never}
      </Strip>
    );
  if (!data || data.ready) return null;
  return (
    <Strip state="warning" title={words.connection.waitsFor(listed(waitingParts(data)))}>
      {words.connection.waitsForHint}
    </Strip>
  );
}
