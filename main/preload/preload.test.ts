import { beforeEach, expect, test, vi } from 'vitest';
import { appChannels } from '../../shared/ipc/channels.ts';

type Surface = Readonly<Record<string, (request?: unknown, more?: unknown) => unknown>>;
const double = vi.hoisted(() => ({ exposed: new Map<string, Surface>(), sent: [] as unknown[][] }));
vi.mock('electron/renderer', () => ({
  contextBridge: { exposeInMainWorld: (name: string, surface: Surface) => double.exposed.set(name, surface) },
  ipcRenderer: { invoke: (...args: unknown[]) => double.sent.push(args) },
}));

// Named apart, because the preloads belong to a zone that the tests' zone does not see.
const preloads = {
  app: new URL('appPreload.ts', import.meta.url).pathname,
  briefing: new URL('briefingPreload.ts', import.meta.url).pathname,
};

beforeEach(() => {
  double.sent.length = 0;
});

test('the page gets one method a channel, which passes one argument on', async () => {
  await import(preloads.app);
  const surface = double.exposed.get('umbau') ?? {};
  expect(Object.keys(surface)).toEqual([...appChannels]);
  surface['site.read']?.({ id: 'x' }, 'event');
  expect(double.sent).toEqual([['site.read', { id: 'x' }]]);
});

test('the briefing page can read its content and say that it stands, nothing else', async () => {
  await import(preloads.briefing);
  const surface = double.exposed.get('umbauBriefing') ?? {};
  expect(Object.keys(surface)).toEqual(['briefing.content', 'briefing.ready']);
  surface['briefing.content']?.('leak');
  expect(double.sent).toEqual([['briefing.content']]);
});
