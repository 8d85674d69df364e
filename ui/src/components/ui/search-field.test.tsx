import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { SearchField } from './search-field';

function Searching() {
  const [value, setValue] = useState('');
  return <SearchField label="Name" value={value} onSearch={(text) => setValue(text.trim())} />;
}

test('a search keeps the blank before the next word, though nobody asks for it', async () => {
  const person = userEvent.setup();
  render(<Searching />);
  const field = screen.getByRole('textbox', { name: 'Name' });
  await person.type(field, 'no {Enter}');
  expect(field).toHaveValue('no ');
  await person.type(field, 'answer{Enter}');
  expect(field).toHaveValue('no answer');
});
