import { Library, TextCursorInput, Video } from 'lucide-react';
import { AllDone, Doors, NoneMatch } from '@/components/empty';
import { Failure } from '@/components/failure';
import { Say } from '@/components/say';
import { SectionHead } from '@/components/section-head';
import { StateBadge, StateGlyph, StateMark } from '@/components/state-mark';
import { Strip } from '@/components/strip';
import { Button } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { Refused, Unreachable } from '@/lib/http';
import type { StateName } from '@/lib/states';
import { livingWords } from '@/lib/words/living';
import { Box } from './section';

const doors = [
  { icon: Library, name: 'By outcome', about: '28 templates, try before you connect' },
  { icon: TextCursorInput, name: 'Describe it', about: 'a draft you read before it runs' },
  { icon: Video, name: 'Show it', about: 'record or upload a procedure' },
] as const;

const nothing = () => undefined;

const refused = (status: number, detail: string) =>
  new Refused(status, { detail }, undefined, 'GET /v1/runs');

const OneRow = ({
  state,
  word,
  name,
  took,
}: Record<'name' | 'took', string> & { readonly state: StateName; readonly word?: string }) => (
  <div className="flex h-row items-center gap-2.5 border-b border-line px-3">
    <span className="w-31 flex-none">
      <StateMark state={state} word={word} />
    </span>
    <span className="truncate font-medium">{name}</span>
    <span className="ml-auto text-ink-3">{took}</span>
  </div>
);

export const ListStates = () => (
  <section className="pt-2">
    <h2 className="text-xl">{livingWords.lists}</h2>
    <p className="mb-4 text-md text-ink-2">{livingWords.listsLead}</p>
    <div className="grid gap-5 two:grid-cols-2 three:grid-cols-3">
      <Box title={livingWords.firstUse}>
        <div className="px-4 pt-4.5 pb-3">
          <h3 className="text-md">No automation yet</h3>
          <p className="text-ink-2">Three ways in. A working sample with play data is below.</p>
        </div>
        <Doors doors={doors} />
      </Box>
      <Box title={livingWords.noneMatch}>
        <NoneMatch
          title="No failed run in Care"
          actions={
            <>
              <Button>Show all areas</Button>
              <Button look="quiet">Clear the filter</Button>
            </>
          }
        >
          21 failed runs exist in other areas, the last 9 min ago. Last checked 10:42.
        </NoneMatch>
      </Box>
      <Box title={livingWords.nothingWaits}>
        <AllDone title="Nothing waits for you" actions={<Button>See the rule it would be</Button>}>
          14 decided today, median 3 min. 6 of them were alike: let a rule answer them for 30 days?
        </AllDone>
      </Box>
      <Box title={livingWords.loading}>
        <SectionHead title="Runs" />
        <LoadingRows onStop={nothing} />
      </Box>
      <Box title={livingWords.partial}>
        <SectionHead title="Runs">
          <span className="text-ink-3">212 of about 230</span>
        </SectionHead>
        <Strip
          state="warning"
          title="October did not answer."
          action={<Button size="small">Try again</Button>}
        >
          212 newer runs are shown, totals are not.
        </Strip>
        <OneRow state="finished" name="Order 8812" took="9 s" />
        <OneRow state="person" word="Waits for Tomas" name="Marlow Print, RF-2294" took="51 min" />
      </Box>
      <Box title={livingWords.failed}>
        <Failure
          error={refused(500, 'The database did not answer in 5 s.')}
          title="The list of runs did not load"
          onRetry={nothing}
        />
      </Box>
      <Box title={livingWords.forbidden}>
        <Failure
          error={refused(403, 'Reading it needs the role viewer. An administrator can give it.')}
          onRetry={nothing}
        />
      </Box>
      <Box title={livingWords.notThere}>
        <Failure error={refused(404, '')} onRetry={nothing} />
      </Box>
      <Box title={livingWords.offline}>
        <SectionHead title="Runs">
          <StateBadge state="away" word="Stale since 10:41" />
        </SectionHead>
        <Failure error={new Unreachable('')} onRetry={nothing} />
      </Box>
      <Box title={livingWords.conflict}>
        <Say
          mark={<StateGlyph state="person" size={20} />}
          title="Tomas changed “Ask Finance” while you did"
          actions={
            <>
              <Button>Keep 2 days</Button>
              <Button>Take 1 day</Button>
              <Button look="quiet">Side by side</Button>
            </>
          }
        >
          Yours: 2 days to answer. His: 1 day. Everything else was joined. Nothing is lost, pick
          one.
        </Say>
      </Box>
      <Box title={livingWords.underHalt}>
        <Strip state="halted" title="Payments are on hold since 10:44.">
          Maya: “Provider confirms refunds twice.” What you asked for is kept.
        </Strip>
        <OneRow state="halted" name="Osprey Dental, RF-2296" took="2 min" />
        <OneRow state="queued" word="Kept" name="Quill & Thread, RF-2298" took="1 min" />
      </Box>
    </div>
  </section>
);
