import { useInfiniteQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { StateMark } from '@/components/state-mark';
import { Button } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import { Cell, type Column, Row, Table } from '@/components/ui/table';
import { TimeText } from '@/components/ui/time-text';
import { type ApiKey, keysQuery } from '@/lib/api/keys';
import { useNow } from '@/lib/now';
import { rowsOf } from '@/lib/paged';
import { when } from '@/lib/time';
import { settingsWords } from '@/lib/words/settings';
import { roleName } from './role-name';
import { WithdrawKey } from './withdraw-key';

const columns = (): readonly Column[] => [
  { name: settingsWords.apiKeys.name },
  { name: settingsWords.apiKeys.begins, width: 'w-28', from: 'medium' },
  { name: settingsWords.apiKeys.role, width: 'w-24' },
  { name: settingsWords.apiKeys.created, width: 'w-24', from: 'medium' },
  { name: settingsWords.apiKeys.state, width: 'w-44' },
  { name: '', width: 'w-28', right: true },
];

/** The keys of this company's programs; those that are withdrawn stay, since the journal names them. */
export function KeysList() {
  const list = useInfiniteQuery(keysQuery);
  const [asked, setAsked] = useState<ApiKey>();
  const keys = rowsOf(list.data);
  if (keys.length > 0)
    return (
      <>
        <Table label={settingsWords.apiKeys.title} columns={columns()}>
          {keys.map((key) => (
            <KeyRow key={key.id} of={key} onWithdraw={() => setAsked(key)} />
          ))}
        </Table>
        {list.hasNextPage && <More list={list} />}
        {asked && <WithdrawKey of={asked} onClose={() => setAsked(undefined)} />}
      </>
    );
  if (list.data)
    return (
      <NothingYet icon={KeyRound} title={settingsWords.apiKeys.none}>
        {settingsWords.apiKeys.noneHint}
      </NothingYet>
    );
  if (!list.error) return <LoadingRows />;
  return (
    <Failure
      error={list.error}
      title={settingsWords.apiKeys.failed}
      hint={settingsWords.apiKeys.failedHint}
      onRetry={() => void list.refetch()}
    />
  );
}

function KeyRow({ of: key, onWithdraw }: { readonly of: ApiKey; readonly onWithdraw: () => void }) {
  const now = useNow(60_000);
  const works = key.withdrawnAt === null;
  return (
    <Row off={!works}>
      <Cell small="first line" title={key.name}>
        <span className="font-medium">{key.name}</span>
      </Cell>
      <Cell from="medium" quiet>
        <span className="mono">{key.prefix}</span>
      </Cell>
      <Cell small="end of first line">{roleName(key.role)}</Cell>
      <Cell from="medium" quiet>
        <TimeText at={key.createdAt} />
      </Cell>
      <Cell small="second line">
        {key.withdrawnAt === null ? (
          <StateMark state="live" word={settingsWords.apiKeys.works} />
        ) : (
          <StateMark
            state="cancelled"
            word={settingsWords.apiKeys.withdrawn(when(key.withdrawnAt, now))}
          />
        )}
      </Cell>
      <Cell right small="end of second line">
        {works && (
          <Button size="small" look="quiet" onClick={onWithdraw}>
            {settingsWords.apiKeys.withdraw}
            <span className="sr-only">{key.name}</span>
          </Button>
        )}
      </Cell>
    </Row>
  );
}
