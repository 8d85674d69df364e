import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/**
 * A part of the page that is fetched when it is first drawn. React has `lazy` for that, but shows
 * what stood in for it for at least 300 ms, however soon the part is there.
 *
 * @param meanwhile what stands in for it
 */
export function later<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  let Fetched: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [Part, setPart] = useState(() => Fetched);
    const [failure, setFailure] = useState<{ readonly why: unknown }>();
    useEffect(() => {
      const fetchNow = async () => {
        try {
          Fetched ??= await fetchPart();
          setPart(() => Fetched);
        } catch (why) {
          setFailure({ why });
        }
      };
      void fetchNow();
    }, []);
    // Whoever draws says what is to be done: it is not this part alone that did not load.
    if (failure) throw failure.why;
    return Part ? <Part {...props} /> : meanwhile;
  };
}
