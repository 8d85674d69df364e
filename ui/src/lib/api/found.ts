import { path } from '@/lib/http';
import { recordsWords } from '@/lib/words/records';
import type { RecordKind } from '@/lib/records-of';
import type { Automation, AutomationState } from './automations';
import { type KeptRecord, nameOf } from './records';
import { type RunState, type RunSummary, titleOf } from './runs';

/** Something of the house that is called as somebody typed. */
export interface Found {
  readonly id: string;
  readonly says: string;
  readonly about: string;
  readonly runState?: RunState;
  /** Of an automation: what can be done with it goes by that. */
  readonly standing?: AutomationState;
  /** The room whose sign it has, where it is found among others. */
  readonly room?: 'runs' | 'events' | 'automations' | 'records';
  readonly to: string;
}

export const foundRun = (run: RunSummary): Found => ({
  id: run.id,
  says: titleOf(run),
  about: run.automation,
  runState: run.state,
  to: path`/runs/${run.id}`,
});

export const foundAutomation = ({ id, name, area, state }: Automation): Found => ({
  id,
  says: name,
  about: area,
  standing: state,
  to: path`/automations/${id}`,
});

export const foundRecord =
  (kind: RecordKind) =>
  (record: KeptRecord): Found => ({
    id: `${kind}/${record.id}`,
    says: nameOf(record),
    about: recordsWords.one[kind],
    to: path`/records/${kind}/${record.id}`,
  });
