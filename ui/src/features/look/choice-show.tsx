import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { RadioGroup } from '@/components/ui/radio';
import { Switch } from '@/components/ui/switch';
import { livingWords } from '@/lib/words/living';
import { Section } from './section';

const happened = [
  {
    value: 'yes',
    name: 'It happened',
    about: 'Recorded as done. The run goes on with “Book in the ledger”.',
  },
  {
    value: 'no',
    name: 'It did not happen',
    about: 'Tomas is asked again. Only after his yes it is sent once more.',
  },
  {
    value: 'open',
    name: 'Not known yet',
    about: 'Ask me again at 12:30, after the next bank feed.',
  },
] as const;

const kinds = [
  { value: 'stop', name: 'Stop now' },
  { value: 'drain', name: 'Drain' },
  { value: 'hold', name: 'Hold new', off: true },
] as const;

export function ChoiceShow() {
  const [word, setWord] = useState<(typeof happened)[number]['value']>('no');
  const [kind, setKind] = useState<(typeof kinds)[number]['value']>('stop');
  const [on, setOn] = useState(true);
  return (
    <Section title={livingWords.choices}>
      <div className="grid gap-4 two:grid-cols-2">
        <RadioGroup
          framed
          label="What happened?"
          options={happened}
          value={word}
          onChange={setWord}
        />
        <div className="grid content-start gap-3">
          <RadioGroup label="How" options={kinds} value={kind} onChange={setKind} />
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            <Checkbox checked={!on} onChange={(next) => setOn(!next)}>
              off
            </Checkbox>
            <Checkbox checked={on} onChange={setOn}>
              on
            </Checkbox>
            <Checkbox checked={false} some onChange={setOn}>
              some
            </Checkbox>
            <Checkbox checked={false} disabled onChange={setOn}>
              cannot
            </Checkbox>
          </div>
          <Switch on={on} onChange={setOn} hint="Holds at once.">
            Single keys
          </Switch>
          <Switch on={!on} onChange={(next) => setOn(!next)}>
            Only business entries
          </Switch>
        </div>
      </div>
    </Section>
  );
}
