import { lazy, Suspense } from 'react';
import { show, useOverlay } from '@/lib/overlay';

/** Opened by a key or a button, and only then loaded. */
const overlays = {
  palette: lazy(() => import('./palette').then(({ Palette }) => ({ default: Palette }))),
  keys: lazy(() => import('./key-help').then(({ KeyHelp }) => ({ default: KeyHelp }))),
  rooms: lazy(() => import('./all-rooms').then(({ AllRooms }) => ({ default: AllRooms }))),
};

const close = () => show(undefined);

export function Overlays() {
  const shown = useOverlay();
  if (shown === undefined) return null;
  const Shown = overlays[shown];
  return (
    <Suspense fallback={null}>
      <Shown onClose={close} />
    </Suspense>
  );
}
