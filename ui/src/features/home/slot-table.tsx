import { Cell, type Column, Row, Table } from '@/components/ui/table';
import { TimeText } from '@/components/ui/time-text';
import type { Slot } from '@/lib/api/overview';
import { number, percent } from '@/lib/format';
import { homeWords } from '@/lib/words/home';

const columns = (): readonly Column[] => {
  const { chart: says } = homeWords;
  return [
    { name: says.from },
    ...[says.ofThem, says.ended, says.failed, says.unknown, says.share].map((name) => ({
      name,
      width: 'w-24',
      right: true,
    })),
  ];
};

/** What the charts draw, in figures. */
export const SlotTable = ({ slots }: { readonly slots: readonly Slot[] }) => (
  <>
    <Table label={homeWords.chart.table} columns={columns()}>
      {slots
        .filter(({ started }) => started > 0)
        .toReversed()
        .map(({ at, started, ended, failed, unknown, more }) => (
          <Row key={at}>
            <Cell>
              <TimeText at={at} />
            </Cell>
            <Cell right>{more ? homeWords.readings.more(number(started)) : number(started)}</Cell>
            <Cell right>{number(ended)}</Cell>
            <Cell right>{number(failed)}</Cell>
            <Cell right>{number(unknown)}</Cell>
            <Cell right quiet>
              {ended === 0 ? '' : percent(failed / ended)}
            </Cell>
          </Row>
        ))}
    </Table>
    <p className="px-4 py-2 text-xs text-ink-3">{homeWords.chart.onlyBusy}</p>
  </>
);
