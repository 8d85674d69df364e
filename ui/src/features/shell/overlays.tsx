import { later } from '@/components/later';
import { show, useOverlay } from '@/lib/overlay';

/** Opened by a key or a button, and only then loaded. */
const overlays = {
  palette: later(() => import('./palette').then((part) => part.Palette)),
  keys: later(() => import('./key-help').then((part) => part.KeyHelp)),
  rooms: later(() => import('./all-rooms').then((part) => part.AllRooms)),
};

const close = () => show(undefined);

export function Overlays() {
  const shown = useOverlay();
  if (shown === undefined) return null;
  const Shown = overlays[shown];
  return <Shown onClose={close} />;
}
