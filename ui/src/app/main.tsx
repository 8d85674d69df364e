import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page, pageOf } from './page';
import './styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error("Expected an element with the id 'root' in index.html.");

createRoot(root).render(
  <StrictMode>
    <Page {...pageOf()} />
  </StrictMode>,
);
