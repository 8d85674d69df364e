import { Braces, CircleDashed, type LucideIcon, MousePointerClick, Zap } from 'lucide-react';
import { Fragment } from 'react';
import { Spark } from '@/components/spark';
import { StateMark } from '@/components/state-mark';
import { RowCheckbox } from '@/components/ui/checkbox';
import { Icon } from '@/components/ui/icon';
import { Cell, type Column, GroupRow, Row, RowLink, Table } from '@/components/ui/table';
import { Who } from '@/components/ui/who';
import type { Automation } from '@/lib/api/automations';
import type { Glance } from '@/lib/api/glances';
import {
  allOf,
  barsOf,
  byArea,
  countOf,
  countText,
  sparkSays,
  standingOf,
  startSays,
  typicalOf,
} from '@/lib/glance';
import { duration } from '@/lib/time';
import { automationsWords } from '@/lib/words/automations';

export interface Chosen {
  readonly ids: ReadonlySet<string>;
  readonly set: (ids: readonly string[], on: boolean) => void;
}

interface AutomationsTableProps {
  readonly automations: readonly Automation[];
  readonly glances: ReadonlyMap<string, Glance> | undefined;
  readonly chosen: Chosen;
  readonly grouped: boolean;
}

const columns = (all: AutomationsTableProps): readonly Column[] => [
  { name: <ChooseAll {...all} />, width: 'w-11' },
  { name: automationsWords.name },
  { name: automationsWords.does, width: 'w-[24%]', from: 'wide' },
  { name: automationsWords.state, width: 'w-[176px]' },
  { name: automationsWords.lastRuns, width: 'w-[144px]', from: 'medium' },
  {
    name: <span title={automationsWords.weekTitle}>{automationsWords.week}</span>,
    width: 'w-18',
    right: true,
    from: 'wide',
  },
  { name: automationsWords.failed, width: 'w-15', right: true, from: 'wide' },
  {
    name: <span title={automationsWords.typicalTitle}>{automationsWords.typical}</span>,
    width: 'w-20',
    right: true,
    from: 'wide',
  },
  { name: automationsWords.owner, width: 'w-14', from: 'medium' },
  { name: automationsWords.version, width: 'w-16', from: 'medium' },
];

/** Automations as rows, area by area; below 760 each row has two lines. */
export function AutomationsTable(props: AutomationsTableProps) {
  const { automations, glances, chosen, grouped } = props;
  const all = columns(props);
  const row = (automation: Automation) => (
    <AutomationRow
      key={automation.id}
      automation={automation}
      glance={glances?.get(automation.id)}
      chosen={chosen}
    />
  );
  return (
    <Table label={automationsWords.title} columns={all}>
      {grouped
        ? byArea(automations).map(({ area, automations: within }) => (
            <Fragment key={area}>
              <GroupRow columns={all}>
                {area === '' ? automationsWords.noArea : area}{' '}
                <span className="font-normal text-ink-3">{within.length}</span>
              </GroupRow>
              {within.map(row)}
            </Fragment>
          ))
        : automations.map(row)}
    </Table>
  );
}

function ChooseAll({ automations, chosen }: AutomationsTableProps) {
  const ids = automations.map(({ id }) => id);
  const count = ids.filter((id) => chosen.ids.has(id)).length;
  return (
    <RowCheckbox
      label={automationsWords.chooseAll}
      checked={count > 0 && count === ids.length}
      some={count > 0 && count < ids.length}
      onChange={(on) => chosen.set(ids, on)}
    />
  );
}

interface AutomationRowProps {
  readonly automation: Automation;
  readonly glance: Glance | undefined;
  readonly chosen: Chosen;
}

const AutomationRow = ({ automation, glance, chosen }: AutomationRowProps) => {
  const { id, name, owner, number } = automation;
  const standing = standingOf(automation, glance);
  return (
    <Row chosen={chosen.ids.has(id)} off={automation.state === 'archived'}>
      <Cell>
        <RowCheckbox
          label={automationsWords.choose(name)}
          checked={chosen.ids.has(id)}
          onChange={(on) => chosen.set([id], on)}
        />
      </Cell>
      <Cell small="first line">
        <Name automation={automation} glance={glance} />
      </Cell>
      <Cell from="wide" title={glance?.description}>
        <span className="text-ink-2">{glance?.description}</span>
      </Cell>
      <Cell small="second line">
        <StateMark state={standing.state} word={standing.word} />
      </Cell>
      <Cell from="medium" small="end of second line">
        {glance && glance.newest.length > 0 && (
          <Spark bars={barsOf(glance.newest)} says={sparkSays(glance.newest)} />
        )}
      </Cell>
      <Figures glance={glance} />
      <Cell from="medium" title={owner}>
        {owner !== '' && (
          <>
            <Who name={owner} size="small" />
            <span className="sr-only">{owner}</span>
          </>
        )}
      </Cell>
      <Cell from="medium" quiet small="end of first line">
        {number !== null && automationsWords.versionOf(number)}
      </Cell>
    </Row>
  );
};

/** What never ran has no figures: a nought would say that it could have. */
function Figures({ glance }: { readonly glance: Glance | undefined }) {
  if (!glance || glance.newest.length === 0)
    return (
      <>
        <Cell from="wide" />
        <Cell from="wide" />
        <Cell from="wide" />
      </>
    );
  const failed = countOf(glance, 'failed');
  const typical = typicalOf(glance.newest);
  return (
    <>
      <Cell right from="wide">
        {countText(allOf(glance))}
      </Cell>
      <Cell right quiet={failed.runs === 0} from="wide">
        <span className={failed.runs > 0 ? 'text-st-failed' : ''}>{countText(failed)}</span>
      </Cell>
      <Cell right quiet from="wide">
        {typical !== undefined && duration(typical)}
      </Cell>
    </>
  );
}

const Name = ({ automation: { id, name }, glance }: Omit<AutomationRowProps, 'chosen'>) => (
  <span className="flex min-w-0 items-center gap-2.5">
    <StartIcon startedBy={glance?.startedBy} />
    <RowLink
      to="/automations/$id/$tab"
      params={{ id, tab: 'chain' }}
      title={name}
      className="truncate"
    >
      {name}
    </RowLink>
  </span>
);

const iconOf = ([first]: readonly string[]): LucideIcon => {
  if (first === undefined) return CircleDashed;
  if (first === 'manual') return MousePointerClick;
  return first === 'api' ? Braces : Zap;
};

/** A drawing of what starts it; in words for all. */
const StartIcon = ({ startedBy }: { readonly startedBy: readonly string[] | undefined }) => (
  <span className="w-4 flex-none text-ink-3" title={startedBy && startSays(startedBy)}>
    {startedBy && (
      <>
        <Icon of={iconOf(startedBy)} size={15} />
        <span className="sr-only">{startSays(startedBy)}. </span>
      </>
    )}
  </span>
);
