import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { windowOf } from '@/testing/window-of';
import { Pane, Panes, SidePane } from './panes';

const page = (open: boolean, onClose: () => void) => (
  <Panes columns="three:grid-cols-[minmax(0,1fr)_412px]">
    <Pane label="Chain" id="chain">
      steps
    </Pane>
    <SidePane label="Pay back" id="step" open={open} onClose={onClose}>
      what is known
    </SidePane>
  </Panes>
);

test('the third pane stands beside the others where there is room', () => {
  windowOf(1_440);
  render(page(false, vi.fn<() => void>()));
  expect(screen.getByRole('region', { name: 'Pay back' })).toHaveTextContent('what is known');
});

test('where there is none it slides over, and is closed by Escape', async () => {
  windowOf(1_024);
  const person = userEvent.setup();
  const close = vi.fn<() => void>();
  const { rerender } = render(page(false, close));
  expect(screen.queryByText('what is known')).toBeNull();
  rerender(page(true, close));
  await screen.findByRole('dialog', { name: 'Pay back' });
  await person.keyboard('{Escape}');
  await waitFor(() => expect(close).toHaveBeenCalled());
});

test('each pane has a place of its own that the way back finds', () => {
  windowOf(1_440);
  render(page(true, vi.fn<() => void>()));
  const places = [...document.querySelectorAll('[data-scroll-restoration-id]')];
  expect(places.map((place) => place.getAttribute('data-scroll-restoration-id'))).toEqual([
    'chain',
    'step',
  ]);
});
