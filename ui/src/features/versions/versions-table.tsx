import { CopyPlus, GitCompareArrows, MoreHorizontal, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { StateMark } from '@/components/state-mark';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Cell, type Column, Row, Table } from '@/components/ui/table';
import { TimeText } from '@/components/ui/time-text';
import type { Automation } from '@/lib/api/automations';
import type { Version } from '@/lib/api/versions';
import { useListKeys } from '@/lib/list-keys';
import { automationsWords } from '@/lib/words/automations';
import { versionsWords } from '@/lib/words/versions';
import { CloneDialog, RollBackDialog } from './version-dialogs';
import type { Sides } from './versions-tab';

interface VersionsTableProps {
  readonly automation: Automation;
  readonly versions: readonly Version[];
  /** The one whose changes stand beside. */
  readonly shown: string | undefined;
  readonly mayBuild: boolean;
  readonly onSides: (sides: Sides) => void;
  readonly onCloned: (id: string) => void;
}

/** "draft" or a number: what a version is called where it is compared or copied. */
export type Called = string;

const columns = (): readonly Column[] => [
  { name: versionsWords.version, width: 'w-[148px]' },
  { name: versionsWords.note },
  { name: versionsWords.by, width: 'w-[26%]', from: 'medium' },
  { name: versionsWords.when, width: 'w-24', right: true },
  { name: <span className="sr-only">{versionsWords.actions}</span>, width: 'w-14', right: true },
];

export function VersionsTable(props: VersionsTableProps) {
  const { automation, versions, shown, onSides } = props;
  useListKeys('[data-row]');
  const [asked, ask] = useState<{ what: 'clone' | 'roll back'; of: Called }>();
  const close = () => ask(undefined);
  return (
    <>
      <Table label={versionsWords.title} columns={columns()}>
        {automation.unpublishedChanges && (
          <Row chosen={shown === 'draft'}>
            <Cell small="first line">
              <Name of="draft" onSides={onSides} />
            </Cell>
            <Cell small="second line">
              <span className="text-ink-3">{versionsWords.draftNote}</span>
            </Cell>
            <Cell from="medium">{automation.changedByName}</Cell>
            <Cell right quiet small="end of first line">
              <TimeText at={automation.changedAt} />
            </Cell>
            <Cell right small="end of second line">
              <Actions {...props} of="draft" onAsk={ask} />
            </Cell>
          </Row>
        )}
        {versions.map((version) => (
          <Row key={version.number} chosen={shown === String(version.number)}>
            <Cell small="first line">
              <Name of={String(version.number)} onSides={onSides} inForce={version.inForce} />
            </Cell>
            <Cell small="second line" title={version.note}>
              <span className="text-ink-2">{version.note}</span>
            </Cell>
            <Cell from="medium">{version.publishedByName}</Cell>
            <Cell right quiet small="end of first line">
              <TimeText at={version.publishedAt} />
            </Cell>
            <Cell right small="end of second line">
              <Actions
                {...props}
                of={String(version.number)}
                inForce={version.inForce}
                onAsk={ask}
              />
            </Cell>
          </Row>
        ))}
      </Table>
      {asked?.what === 'roll back' && (
        <RollBackDialog automation={automation} to={Number(asked.of)} onClose={close} />
      )}
      {asked?.what === 'clone' && (
        <CloneDialog
          automation={automation}
          from={asked.of}
          onClose={close}
          onCloned={props.onCloned}
        />
      )}
    </>
  );
}

export const calledOf = (of: Called) =>
  of === 'draft' ? versionsWords.draft : automationsWords.versionOf(Number(of));

interface NameProps extends Pick<VersionsTableProps, 'onSides'> {
  readonly of: Called;
  readonly inForce?: boolean;
}

const Name = ({ of, onSides, inForce = false }: NameProps) => (
  <span className="flex items-center gap-2.5">
    <button
      type="button"
      data-row=""
      className="row-link font-medium"
      aria-label={versionsWords.open(calledOf(of))}
      onClick={() => onSides({ from: undefined, to: of })}
    >
      {calledOf(of)}
    </button>
    {inForce && <StateMark state="live" word={versionsWords.inForce} />}
  </span>
);

interface ActionsProps extends VersionsTableProps {
  readonly of: Called;
  readonly inForce?: boolean;
  readonly onAsk: (asked: { what: 'clone' | 'roll back'; of: Called }) => void;
}

const Actions = ({ automation, of, inForce = false, mayBuild, onSides, onAsk }: ActionsProps) => (
  <span className="relative z-1">
    <Menu
      align="end"
      title={calledOf(of)}
      trigger={
        <IconButton icon={MoreHorizontal} size="small" label={versionsWords.more(calledOf(of))} />
      }
    >
      {of !== 'draft' && automation.unpublishedChanges && (
        <MenuItem icon={GitCompareArrows} onClick={() => onSides({ from: of, to: 'draft' })}>
          {versionsWords.compareDraft}
        </MenuItem>
      )}
      {of !== 'draft' && mayBuild && (
        <MenuItem
          icon={Undo2}
          off={inForce ? versionsWords.rollBackOff : undefined}
          onClick={() => onAsk({ what: 'roll back', of })}
        >
          {versionsWords.rollBack}
        </MenuItem>
      )}
      {mayBuild && (
        <MenuItem icon={CopyPlus} onClick={() => onAsk({ what: 'clone', of })}>
          {versionsWords.clone}
        </MenuItem>
      )}
    </Menu>
  </span>
);
