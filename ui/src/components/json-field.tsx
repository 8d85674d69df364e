import { type RefObject, useRef } from 'react';
import { readJson, writtenJson } from '@/lib/json-text';
import { jsonWords } from '@/lib/words/json';
import { Button } from './ui/button';
import { CodeField } from './ui/code-field';
import type { FieldProps } from './ui/field';

interface JsonFieldProps extends Pick<FieldProps, 'label' | 'hint' | 'error'> {
  readonly value: string;
  readonly rows?: number;
  /** For whoever puts the focus there. */
  readonly area?: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (value: string) => void;
}

/** A field for JSON: beside its label the way to where it breaks, or else what lays it out. */
export function JsonField({ value, onChange, area: given, ...field }: JsonFieldProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  const area = given ?? own;
  const read = readJson(value);
  const goThere = (at: number) => {
    area.current?.focus();
    area.current?.setSelectionRange(at, Math.min(at + 1, value.length));
  };
  return (
    <CodeField
      {...field}
      ref={area}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      aside={
        read.is === 'broken' ? (
          <Button size="small" look="quiet" onClick={() => goThere(read.at)}>
            {jsonWords.goThere}
          </Button>
        ) : (
          <Button size="small" look="quiet" onClick={() => onChange(writtenJson(read.value))}>
            {jsonWords.tidy}
          </Button>
        )
      }
    />
  );
}
