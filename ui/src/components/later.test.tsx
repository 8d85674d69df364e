import { render, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { later } from './later';

const Chart = ({ of }: { readonly of: string }) => <p>The chart of {of}</p>;

class Boundary extends Component<{ readonly children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render = () => (this.state.failed ? <p>It failed</p> : this.props.children);
}

test('draws what was fetched in the place of what stood in for it', async () => {
  const Late = later(() => Promise.resolve(Chart), <p>Fetched…</p>);
  render(<Late of="Amsterdam" />);
  expect(screen.getByText('Fetched…')).toBeVisible();
  expect(await screen.findByText('The chart of Amsterdam')).toBeVisible();
  expect(screen.queryByText('Fetched…')).toBeNull();
});

test('draws at once what was fetched before, without asking again', async () => {
  const fetchPart = vi.fn(() => Promise.resolve(Chart));
  const Late = later(fetchPart);
  render(<Late of="Amsterdam" />);
  await screen.findByText('The chart of Amsterdam');
  render(<Late of="Rotterdam" />);
  expect(screen.getByText('The chart of Rotterdam')).toBeVisible();
  expect(fetchPart).toHaveBeenCalledOnce();
});

test('says to whoever draws it that it could not be fetched, and asks again the next time', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const fetchPart = vi.fn(() => Promise.resolve(Chart));
  fetchPart.mockRejectedValueOnce(new Error('No such file'));
  const Late = later(fetchPart);
  const { unmount } = render(
    <Boundary>
      <Late of="Amsterdam" />
    </Boundary>,
  );
  await screen.findByText('It failed');
  unmount();
  render(<Late of="Amsterdam" />);
  expect(await screen.findByText('The chart of Amsterdam')).toBeVisible();
});
