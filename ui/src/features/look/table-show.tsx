import { useState } from 'react';
import { StateMark } from '@/components/state-mark';
import { Button } from '@/components/ui/button';
import { RowCheckbox } from '@/components/ui/checkbox';
import { More } from '@/components/ui/more';
import { Segments } from '@/components/ui/segments';
import { SelectionBar } from '@/components/ui/selection-bar';
import { Cell, type Column, GroupRow, Row, Table } from '@/components/ui/table';
import { Tabs } from '@/components/ui/tabs';
import type { StateName } from '@/lib/states';
import { livingWords } from '@/lib/words/living';
import { Section } from './section';

const columns: readonly Column[] = [
  { name: <span className="sr-only">Chosen</span>, width: 'w-11' },
  { name: 'State', width: 'w-[150px]' },
  { name: 'Name' },
  { name: 'Took', width: 'w-24', right: true },
];

interface SampleRow {
  readonly state: StateName;
  readonly word?: string;
  readonly name: string;
  readonly took: string;
  readonly arrived?: boolean;
  readonly off?: boolean;
}

const rows: readonly SampleRow[] = [
  { state: 'finished', name: 'rest', took: '9 s' },
  { state: 'person', word: 'Waits for Elif', name: 'chosen', took: '38 min' },
  { state: 'running', name: 'just arrived, the tint fades', took: '1 s', arrived: true },
  { state: 'paused', name: 'off', took: '2 d 3 h', off: true },
];

const tabs = [
  { value: 'chain', name: 'Chain' },
  { value: 'versions', name: 'Versions', count: '14' },
  { value: 'runs', name: 'Runs', count: '38' },
  { value: 'setup', name: 'Setup', count: '1', alarm: true },
] as const;

const shares = [
  { value: 'all', name: 'All', count: '47' },
  { value: 'mine', name: 'Mine', count: '12' },
  { value: 'drafts', name: 'Drafts', count: '6' },
] as const;

/** Whoever asks for more sees what is said when it does not come. */
const further = {
  hasNextPage: true,
  isFetchingNextPage: false,
  fetchNextPage: async () => ({
    isFetchNextPageError: true,
    error: new Error('Pilothouse does not answer.'),
  }),
};

export function TableShow() {
  const [chosen, setChosen] = useState('chosen');
  const [tab, setTab] = useState<(typeof tabs)[number]['value']>('chain');
  const [share, setShare] = useState<(typeof shares)[number]['value']>('all');
  return (
    <Section title={livingWords.tables}>
      <div className="overflow-hidden rounded-3 border border-line bg-surface">
        <Table label={livingWords.tables} columns={columns}>
          <GroupRow columns={columns}>Sales 4</GroupRow>
          {rows.map(({ state, word, name, took, arrived = false, off = false }) => (
            <Row key={name} chosen={name === chosen} arrived={arrived} off={off}>
              <Cell>
                <RowCheckbox
                  label={name}
                  checked={name === chosen}
                  onChange={(on) => setChosen(on ? name : '')}
                />
              </Cell>
              <Cell small="second line">
                <StateMark state={state} word={word} />
              </Cell>
              <Cell small="first line">{name}</Cell>
              <Cell right small="end of first line">
                {took}
              </Cell>
            </Row>
          ))}
        </Table>
        <More list={further} />
        <SelectionBar count={chosen === '' ? 0 : 1} onClear={() => setChosen('')}>
          <Button size="small" hotkey="P">
            Pause
          </Button>
          <Button size="small">Change owner</Button>
        </SelectionBar>
      </div>
      <div className="mt-3 rounded-3 border border-line bg-surface">
        <Tabs label={livingWords.tables} tabs={tabs} value={tab} onChange={setTab}>
          <p className="p-4 text-ink-2">{tab}</p>
        </Tabs>
      </div>
      <div className="mt-3">
        <Segments label={livingWords.tables} segments={shares} value={share} onChange={setShare} />
      </div>
    </Section>
  );
}
