import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { start } from './flows/navigation.ts';
import './styles/tokens.css';
import './styles/screen.css';
import './styles/plans.css';
import './styles/market.css';
import './styles/claims.css';
import './styles/menu.css';

async function open(): Promise<void> {
  // The first painting is already the first screen: its answers came with the page.
  await start();
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App />);
}

void open();
