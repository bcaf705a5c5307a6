import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { backUpDaily } from './flows/keeping.ts';
import { lockWhenIdle } from './flows/encryption.ts';
import { start } from './flows/navigation.ts';
import { laterActions } from './shell/laterActions.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/controls.css';
import './styles/table.css';
import './styles/figures.css';
import './styles/analysis.css';
import './styles/drawer.css';
import './styles/dialog.css';
import './styles/start.css';
import './styles/sidePanel.css';
import './styles/palette.css';
import './styles/plans.css';
import './styles/calculation.css';
import './styles/market.css';
import './styles/claims.css';
import './styles/risk.css';
import './styles/monteCarlo.css';
import './styles/menu.css';
import './styles/changes.css';
import './styles/entry.css';
import './styles/grid.css';
import './styles/keeping.css';
import './styles/health.css';
import './styles/import.css';
import './styles/scenarios.css';
import './styles/history.css';
import './styles/encryption.css';
import './styles/narrow.css';

async function open(): Promise<void> {
  // The first painting is already the first screen: its answers came with the page.
  await start();
  backUpDaily();
  lockWhenIdle();
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App />);
  requestIdleCallback(() => void fetchWhatMayBeAskedFor());
}

/** Once the first screen stands: what its keys and buttons need next should not be waited for. */
async function fetchWhatMayBeAskedFor(): Promise<void> {
  await laterActions();
  await Promise.all([
    import('./shell/Messages.tsx'),
    import('./ui/Drawer.tsx'),
    import('./shell/palette/search.ts'),
  ]);
}

void open();
