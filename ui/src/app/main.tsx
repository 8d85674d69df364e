import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speak } from '@/lib/words/language';
import { Page, pageOf } from './page';
import './styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error("Expected an element with the id 'root' in index.html.");

void speak().then(() =>
  createRoot(root).render(
    <StrictMode>
      <Page {...pageOf()} />
    </StrictMode>,
  ),
);
