import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DraftedAutomation } from '@/lib/api/automations';
import { versionQuery } from '@/lib/api/versions';
import { chainOf, type ManualTrigger } from '@/lib/chain/model';

const none: readonly ManualTrigger[] = [];

/** Those of the version in force, for that is what starts; of the draft before the first publish. */
export function useManualTriggers(automation: DraftedAutomation): readonly ManualTrigger[] {
  const { id, number, draft } = automation;
  const version = useQuery({
    ...versionQuery(id, String(number)),
    enabled: number !== null,
    // A button stays while a version that was just published is fetched.
    placeholderData: keepPreviousData,
  });
  const definition = number === null ? draft : version.data?.definition;
  return useMemo(
    () =>
      definition === undefined
        ? none
        : chainOf(definition).triggers.filter((trigger) => trigger.kind === 'manual'),
    [definition],
  );
}
