import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ValueTree } from '@/components/value-tree';
import { Failure } from '@/components/failure';
import { Button } from '@/components/ui/button';
import { CopyText } from '@/components/ui/copy-button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { storedIn, valueQuery } from '@/lib/api/run-steps';
import type { Json } from '@/lib/json';
import { writtenJson } from '@/lib/json-text';
import { runWords } from '@/lib/words/run';

interface StepValueProps {
  readonly value: Json | undefined;
  /** Said where there is none. */
  readonly none: string;
}

/** What a step was given or handed on; what is too large to stand with it is fetched when asked for. */
export function StepValue({ value, none }: StepValueProps) {
  const stored = storedIn(value ?? null);
  if (value === null || value === undefined) return <p className="text-ink-3">{none}</p>;
  if (stored !== undefined) return <Stored hash={stored} />;
  return <Shown value={value} />;
}

/** A form of ten fields is seen at a glance. */
const few = 10;

const Shown = ({ value }: { readonly value: Json }) => (
  <div className="grid gap-2">
    <ValueTree value={value} none={runWords.empty} few={few} />
    <span className="-ml-2.5">
      <CopyText text={writtenJson(value)} label={runWords.copyValue} />
    </span>
  </div>
);

function Stored({ hash }: { readonly hash: string }) {
  const [asked, setAsked] = useState(false);
  const { data, error, refetch } = useQuery({ ...valueQuery(hash), enabled: asked });
  if (data !== undefined) return <Shown value={data} />;
  if (error)
    return <Failure error={error} title={runWords.storedFailed} onRetry={() => void refetch()} />;
  if (asked) return <LoadingRows />;
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-ink-2">{runWords.stored}</p>
      <Button onClick={() => setAsked(true)}>{runWords.showStored}</Button>
    </div>
  );
}
