import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import type { FieldProps } from '@/components/ui/field';
import { nameOf, someRecordsQuery } from '@/lib/api/records';
import type { RecordKind } from '@/lib/records-of';

interface RecordChoiceProps extends FieldProps {
  readonly kind: RecordKind;
  readonly value: string;
  readonly called: string;
  readonly onChange: (id: string) => void;
}

/** Names another record: what is typed is looked for on the server. */
export function RecordChoice({ kind, value, called, onChange, ...field }: RecordChoiceProps) {
  const [typed, setTyped] = useState('');
  // The name of the chosen one stands in the box: that is no question.
  const wanted = useDeferredValue(typed === called ? '' : typed);
  const { data } = useQuery({
    ...someRecordsQuery(kind, wanted),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).map((record) => ({ value: record.id, name: nameOf(record) }));
  const isFound = value === '' || found.some((option) => option.value === value);
  const options = isFound ? found : [{ value, name: called || value }, ...found];
  return (
    <Combobox
      {...field}
      options={options}
      value={value === '' ? undefined : value}
      onChange={(id) => onChange(id ?? '')}
      onType={setTyped}
    />
  );
}
