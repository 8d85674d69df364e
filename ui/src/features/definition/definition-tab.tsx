import { AlignLeft, Save } from 'lucide-react';
import { useRef, useState } from 'react';
import { later } from '@/components/later';
import { StateMark } from '@/components/state-mark';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LoadingRows } from '@/components/ui/loading-rows';
import { Segments } from '@/components/ui/segments';
import { TimeText } from '@/components/ui/time-text';
import type { DraftedAutomation, SourceFormat } from '@/lib/api/automations';
import { draftAs } from '@/lib/api/definitions';
import { type Draft, isChanged } from '@/lib/definition/draft';
import { lineOfKey } from '@/lib/definition/line-of-key';
import { tidy } from '@/lib/definition/tidy';
import type { WholeExpression } from '@/lib/definition/whole-expression';
import type { Marked } from '@/lib/http';
import { toast } from '@/lib/toasts';
import { definitionWords } from '@/lib/words/definition';
import { Conflict } from './conflict';
import type { EditorHandle } from './editor';
import { Leaving } from './leaving';
import { PreviewPane } from './preview-pane';
import { ProblemList } from './problem-list';
import { PublishButton } from './publish-button';
import { useCheckup } from './use-checkup';
import { useDraft } from './use-draft';
import { useKnown } from './use-known';

/** Fetched when somebody writes: no other page needs an editor. */
const Editor = later(() => import('./editor').then((part) => part.Editor), <LoadingRows />);

interface DefinitionTabProps {
  readonly marked: Marked<DraftedAutomation>;
  readonly mayBuild: boolean;
  /** One of its keys, where the caret is to stand. */
  readonly at?: string | undefined;
}

/** The draft as a text: written, checked while it is written, saved, published. */
export function DefinitionTab({ marked, mayBuild, at }: DefinitionTabProps) {
  const automation = marked.body;
  const mayWrite = mayBuild && automation.state !== 'archived';
  const { draft, textNow, tell, saveAll } = useDraft(marked, mayWrite);
  const checkup = useCheckup(automation.id, draft.source, mayBuild);
  const known = useKnown(draft.source, mayWrite);
  const handle = useRef<EditorHandle>(null);
  const [line] = useState(() => (at === undefined ? undefined : lineOfKey(draft.source, at)));
  const [expression, setExpression] = useState<WholeExpression>();
  const write = (text: string, format: SourceFormat = draft.source.format) =>
    tell({ type: 'written', source: { format, text } });
  return (
    <div className="flex h-full min-h-[480px] flex-col">
      <div className="flex min-h-11 flex-none flex-wrap items-center gap-2 border-b border-line px-3 py-1.5 two:px-4">
        <SaveState draft={draft} off={offOf(mayBuild, automation)} />
        <span className="ml-auto flex flex-wrap items-center gap-2">
          {mayWrite && (
            <WriteButtons
              id={automation.id}
              draft={draft}
              textNow={textNow}
              onWrite={write}
              onSave={() => void saveAll()}
            />
          )}
          {mayBuild && (
            <PublishButton
              automation={automation}
              etag={draft.base.etag}
              problems={checkup.current ? checkup.problems.length : 0}
              off={publishOff(automation, draft)}
              onBefore={saveAll}
            />
          )}
        </span>
      </div>
      <Conflict draft={draft} tell={tell} />
      <Leaving
        draft={draft}
        mayWrite={mayWrite}
        onSave={saveAll}
        onGiveUp={() => tell({ type: 'given up' })}
      />
      <div className="min-h-0 flex-1">
        <Editor
          handle={handle}
          line={line}
          source={draft.source}
          textNow={textNow}
          readOnly={!mayWrite}
          known={known}
          problems={checkup.problems}
          warnings={checkup.warnings}
          onWrite={write}
          onSave={() => void saveAll()}
          onExpression={setExpression}
        />
      </div>
      {mayBuild && <PreviewPane definition={automation.draft} expression={expression} />}
      {mayBuild && (
        <ProblemList checkup={checkup} onGo={(line, at) => handle.current?.goTo(line, at)} />
      )}
    </div>
  );
}

function offOf(mayBuild: boolean, { state }: DraftedAutomation): string | undefined {
  if (!mayBuild) return definitionWords.readOnlyRole;
  return state === 'archived' ? definitionWords.readOnlyArchived : undefined;
}

function publishOff(automation: DraftedAutomation, draft: Draft): string | undefined {
  if (automation.state === 'archived') return definitionWords.readOnlyArchived;
  if (draft.theirs) return definitionWords.stale(draft.theirs.savedByName);
  const unchanged = automation.number !== null && !automation.unpublishedChanges;
  return unchanged && !isChanged(draft) ? definitionWords.nothing : undefined;
}

function SaveState({ draft, off }: { readonly draft: Draft; readonly off: string | undefined }) {
  const { base, phase, says } = draft;
  if (off !== undefined)
    return (
      <span className="text-ink-2" title={off}>
        {definitionWords.readOnly} <span className="text-ink-3">{off}</span>
      </span>
    );
  if (phase === 'saving') return <StateMark state="running" word={definitionWords.saving} />;
  if (phase === 'refused')
    return (
      <span className="flex min-w-0 flex-1 items-center gap-2" role="alert">
        <StateMark state="failed" word={definitionWords.refused} />
        <span className="truncate text-ink-2" title={says}>
          {says}
        </span>
      </span>
    );
  if (isChanged(draft)) return <StateMark state="draft" word={definitionWords.unsaved} />;
  return (
    <span className="flex items-center gap-1.5 text-ink-3">
      {definitionWords.saved} <TimeText at={base.savedAt} />{' '}
      {definitionWords.savedBy(base.savedByName)}
    </span>
  );
}

interface WriteButtonsProps {
  readonly id: string;
  readonly draft: Draft;
  readonly textNow: () => string;
  readonly onWrite: (text: string, format?: SourceFormat) => void;
  readonly onSave: () => void;
}

const formats = ['yaml', 'json'] as const;

const saveFirst = () => toast({ tone: 'told', says: definitionWords.layoutHint });

const WriteButtons = ({ id, draft, textNow, onWrite, onSave }: WriteButtonsProps) => {
  const { source } = draft;
  const layOut = async (format: SourceFormat) => {
    const before = textNow();
    try {
      const text = await draftAs(id, format);
      // What was written meanwhile is not in it, and would be written over.
      if (textNow() !== before) return void saveFirst();
      onWrite(text, format);
      toast({ tone: 'told', says: definitionWords.layoutDone(format.toUpperCase()) });
    } catch (error) {
      toast({ tone: 'failed', says: error instanceof Error ? error.message : '' });
    }
  };
  const changed = isChanged(draft);
  return (
    <>
      <span title={changed ? definitionWords.layoutHint : undefined}>
        <Segments
          label={definitionWords.layouts}
          value={source.format}
          onChange={(format) => (changed ? saveFirst() : void layOut(format))}
          segments={formats.map((value) => ({ value, name: value.toUpperCase() }))}
        />
      </span>
      <Button
        title={definitionWords.formatHint}
        onClick={() => {
          const tidied = tidy(source);
          if (tidied.text !== undefined) onWrite(tidied.text);
          else toast({ tone: 'failed', says: definitionWords.notFormatted(tidied.wrongIn) });
        }}
      >
        <Icon of={AlignLeft} size={14} />
        {definitionWords.format}
      </Button>
      <Button
        hotkey="Mod+S"
        busy={draft.phase === 'saving'}
        off={changed && !draft.theirs ? undefined : definitionWords.saved}
        onClick={onSave}
      >
        <Icon of={Save} size={14} />
        {definitionWords.save}
      </Button>
    </>
  );
};
