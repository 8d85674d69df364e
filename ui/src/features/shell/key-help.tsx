import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { capsOf, type KeyBinding, useKeyBindings, useKeysEnabled } from '@/lib/keys';
import { shellWords } from '@/lib/words/shell';

/** Every key that works here, this page's first. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const bindings = useKeyBindings();
  const enabled = useKeysEnabled();
  return (
    <Dialog
      open
      onClose={onClose}
      title={shellWords.keys.title}
      about={enabled ? undefined : shellWords.keys.isOff}
      width="normal"
    >
      <Group
        title={shellWords.keys.here}
        bindings={bindings.filter(({ everywhere }) => !everywhere)}
      />
      <Group
        title={shellWords.keys.everywhere}
        bindings={bindings.filter(({ everywhere }) => everywhere)}
      />
    </Dialog>
  );
}

interface GroupProps {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

const Group = ({ title, bindings }: GroupProps) =>
  bindings.length === 0 ? null : (
    <section className="pb-3">
      <h3 className="label mb-1">{title}</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 two:grid-cols-[auto_minmax(0,1fr)_auto_minmax(0,1fr)]">
        {bindings.map(({ keys, says }) => (
          <div key={`${keys[0]?.join(' ')} ${says}`} className="contents">
            <dt className="flex gap-2">
              {keys.map((order) => (
                <span key={order.join(' ')} className="flex gap-0.5">
                  {order.flatMap(capsOf).map((cap) => (
                    <Kbd key={cap}>{cap}</Kbd>
                  ))}
                </span>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
