import { useId } from 'react';
import { TextArea, TextField } from '@/components/ui/text-field';
import { type FieldSpec, stages } from '@/lib/record-fields';
import { recordsWords } from '@/lib/words/records';
import { labelOf } from './drafting';
import { RecordChoice } from './record-choice';

interface FieldBoxProps {
  readonly spec: FieldSpec;
  readonly value: string;
  readonly error: string | undefined;
  /** How the record that it names is called, where that is known. */
  readonly called: string;
  readonly onChange: (text: string) => void;
}

const inputs: Partial<Record<FieldSpec['look'], string>> = {
  mail: 'email',
  phone: 'tel',
  day: 'date',
  time: 'datetime-local',
};

const hintOf = (name: string) => (recordsWords.hints as Readonly<Record<string, string>>)[name];

/** One field of a record, written as its kind of value asks for. */
export function FieldBox({ spec, value, error, called, onChange }: FieldBoxProps) {
  const list = useId();
  const { name, look, needed } = spec;
  const common = { label: labelOf(name), error, needed, hint: hintOf(name) };
  if (look === 'company' || look === 'contact')
    return (
      <RecordChoice
        {...common}
        kind={look === 'company' ? 'companies' : 'contacts'}
        value={value}
        called={called}
        onChange={onChange}
      />
    );
  if (look === 'lines')
    return (
      <TextArea {...common} value={value} onChange={(event) => onChange(event.target.value)} />
    );
  return (
    <>
      <TextField
        {...common}
        type={inputs[look] ?? 'text'}
        {...(look === 'number' && { inputMode: 'decimal' as const })}
        {...(look === 'stage' && { list })}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {look === 'stage' && (
        <datalist id={list}>
          {stages.map((stage) => (
            <option key={stage} value={stage}>
              {stage}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}
