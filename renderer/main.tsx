import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { start } from './flows/navigation.ts';
import './styles/tokens.css';
import './styles/screen.css';
import './styles/plans.css';
import './styles/calculation.css';
import './styles/claims.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
void start();
