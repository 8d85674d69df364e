import type { Hold } from '@/lib/api/hold';
import type { Overview, OverviewEntry, Source } from '@/lib/api/overview';
import type { Run, RunState } from '@/lib/api/runs';
import { shown } from './shown-run';

const slots = 48;
const slotMs = 30 * 60_000;

const standing: readonly RunState[] = ['queued', 'running', 'waiting', 'needs_person', 'paused'];

/** The house at a glance, from the runs that it has; all of them were queued in the last half hour. */
export function overviewOf(
  runs: readonly Run[],
  sources: readonly Source[] = [],
  entries: readonly OverviewEntry[] = [],
): Overview {
  const from = Date.parse('2026-11-19T10:00:00Z');
  const count = (state: RunState) => runs.filter((run) => run.state === state).length;
  const started = runs.length;
  const failed = count('failed');
  return {
    hours: 24,
    from: new Date(from).toISOString(),
    until: new Date(from + slots * slotMs).toISOString(),
    slotMs,
    now: standing.map((state) => ({
      state,
      runs: count(state),
      more: false,
      oldest: runs.find((run) => run.state === state)?.queuedAt ?? null,
      next: null,
    })),
    unknownEffects: { effects: count('needs_person'), more: false },
    slots: Array.from({ length: slots }, (_, place) => ({
      at: new Date(from + place * slotMs).toISOString(),
      ...(place === slots - 1
        ? {
            started,
            ended: failed + count('finished'),
            failed,
            unknown: count('needs_person'),
          }
        : { started: 0, ended: 0, failed: 0, unknown: 0 }),
      more: false,
    })),
    intake: { sources, more: false },
    needy: runs.filter(({ state }) => state === 'needs_person' || state === 'failed').map(shown),
    runs: runs.map(shown),
    entries,
  };
}

export const anEntry = (over: Partial<OverviewEntry> = {}): OverviewEntry => ({
  id: '0199f2c0-0000-7000-8000-000000000001',
  position: 1,
  type: 'automation.published',
  subject: 'automation/0199f2c0-0000-7000-8000-000000000009',
  source: 'pilothouse',
  sourceId: '1',
  time: '2026-11-20T08:30:00Z',
  recordedAt: '2026-11-20T08:30:00Z',
  actor: 'person/0199f2c0-0000-7000-8000-000000000007',
  cause: null,
  changes: [
    { field: 'state', before: 'draft', after: 'published' },
    { field: 'version', before: null, after: '9f2c' },
  ],
  moreChanges: 0,
  title: 'An automation was published',
  actorName: 'Priya Raman',
  ...over,
});

export const holdOf = (held: boolean): Hold => ({
  held,
  since: null,
  reason: null,
  onlyInTemporal: [],
  onlyInTemporalTotal: 0,
  openBatches: 0,
  runsInDoubt: 0,
});
