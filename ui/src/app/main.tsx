import { StrictMode } from 'react';
// Both of the first files need it: in the one that is not lazy it is not a third.
import 'react-dom';
import { soon } from '@/lib/soon';
import { speak } from '@/lib/words/language';
import { Page, pageOf } from './page';
import './styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error("Expected an element with the id 'root' in index.html.");

/** Drawn once it is known what to draw: an empty page first would be drawn twice. */
async function start(root: HTMLElement): Promise<void> {
  const drawing = import('react-dom/client');
  await speak();
  const page = pageOf();
  await soon(page.router.load());
  const { createRoot } = await drawing;
  createRoot(root).render(
    <StrictMode>
      <Page {...page} />
    </StrictMode>,
  );
}

void start(root);
