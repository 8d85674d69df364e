import { Maximize, Minus, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { automationWords } from '@/lib/words/automation';
import { Cards, type DrawingProps, Lines } from './drawing';
import { type Sight, useSight } from './use-sight';
import { useInSight, useTrunkInSight, walk } from './walk';

const zooms = [0.4, 0.5, 0.65, 0.8, 1, 1.25] as const;

/** The picture. Only what is in sight is in the page, so that 300 steps scroll as smoothly as three. */
export function ChainCanvas({ layout, results, chosen, onChoose }: DrawingProps) {
  const pane = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const sight = scaled(useSight(pane), zoom);
  useTrunkInSight(pane, layout);
  useInSight(pane, layout, chosen, zoom);
  const fit = () => {
    if (!pane.current) return;
    const { clientWidth, clientHeight } = pane.current;
    setZoom(
      Math.min(
        1,
        Math.max(0.25, Math.min(clientWidth / layout.width, clientHeight / layout.height)),
      ),
    );
  };
  const step = (by: 1 | -1) =>
    setZoom(
      (now) => (by > 0 ? zooms.find((it) => it > now) : zooms.findLast((it) => it < now)) ?? now,
    );
  return (
    <div className="relative min-h-[320px] bg-canvas">
      <div
        ref={pane}
        data-scroll-restoration-id="chain"
        className="absolute inset-0 overflow-auto outline-none"
      >
        <div
          className="relative mx-auto"
          style={{ width: layout.width * zoom, height: layout.height * zoom }}
        >
          <div
            role="tree"
            tabIndex={-1}
            aria-label={automationWords.chain.label}
            onKeyDown={(event) => walk(event, layout, chosen, onChoose)}
            className="absolute top-0 left-0 origin-top-left"
            style={{ width: layout.width, height: layout.height, scale: String(zoom) }}
          >
            <Lines layout={layout} sight={sight} />
            <Cards
              layout={layout}
              sight={sight}
              results={results}
              chosen={chosen}
              onChoose={onChoose}
            />
          </div>
        </div>
      </div>
      <div className="absolute right-3 bottom-3 flex gap-1">
        <IconButton
          icon={Minus}
          look="plain"
          label={automationWords.chain.zoomOut}
          onClick={() => step(-1)}
        />
        <IconButton
          icon={Plus}
          look="plain"
          label={automationWords.chain.zoomIn}
          onClick={() => step(1)}
        />
        <Button title={automationWords.chain.fitHint} onClick={fit}>
          <Icon of={Maximize} size={14} />
          {automationWords.chain.fit}
        </Button>
      </div>
    </div>
  );
}

const scaled = ({ top, bottom }: Sight, zoom: number): Sight => ({
  top: top / zoom,
  bottom: bottom / zoom,
});
