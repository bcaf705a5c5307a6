import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { BriefingContent } from '../shared/briefing/briefingContent.ts';
import { BriefingDocument } from './briefing/BriefingDocument.tsx';
import { pageFooterSheet } from './briefing/pageFooter.ts';
import './briefing/briefing.css';

interface BriefingBridge {
  'briefing.content'(): Promise<BriefingContent>;
  'briefing.ready'(): Promise<void>;
}

/**
 * Every face is loaded by name: waiting for `fonts.ready` alone may end before a text has asked for its face. Two
 * frames later every text has its final place.
 */
async function settled(): Promise<void> {
  await Promise.all([...document.fonts].map((face) => face.load()));
  await document.fonts.ready;
  await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

async function show(bridge: BriefingBridge): Promise<void> {
  const content = await bridge['briefing.content']();
  document.documentElement.lang = content.language;
  document.title = `${content.subject}: ${content.title}`;
  document.adoptedStyleSheets = [pageFooterSheet(content)];
  const root = document.getElementById('root');
  if (root) flushSync(() => createRoot(root).render(<BriefingDocument content={content} />));
  await settled();
  await bridge['briefing.ready']();
}

// The host puts this object on the page before any script runs.
void show((window as unknown as { umbauBriefing: BriefingBridge }).umbauBriefing);
