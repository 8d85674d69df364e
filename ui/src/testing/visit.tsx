import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Page, pageOf } from '@/app/page';

/** Opens the page at an address, as a person does. */
export function visit(address: string) {
  const history = createMemoryHistory({ initialEntries: [address] });
  const page = pageOf(history);
  render(<Page {...page} />);
  return {
    person: userEvent.setup(),
    address: () => history.location.href,
    back: () => history.back(),
  };
}
