import { beforeEach, expect, test, vi } from 'vitest';
import type { BriefingContent } from '../../../shared/briefing/briefingContent.ts';
import { createElectronPrinter } from './printPdf.ts';

// What the hidden window does is scripted per test; everything typed against electron.d.ts is the printer's own.
const double = vi.hoisted(() => ({
  handlers: new Map<string, (event: { sender: { id: number } }) => unknown>(),
  windows: [] as { id: number; destroyed: boolean }[],
  load: async (_id: number): Promise<void> => undefined,
  printed: [] as unknown[],
}));

vi.mock('electron/main', () => ({
  ipcMain: {
    handle: (name: string, handler: never) => double.handlers.set(name, handler),
    removeHandler: (name: string) => double.handlers.delete(name),
  },
  BrowserWindow: class {
    readonly #window = { id: double.windows.length + 1, destroyed: false };
    constructor() {
      double.windows.push(this.#window);
    }
    readonly webContents = {
      id: this.#window.id,
      printToPDF: async (options: unknown) => {
        double.printed.push(options);
        return Buffer.from('%PDF');
      },
    };
    loadURL = (): Promise<void> => double.load(this.#window.id);
    destroy = (): void => {
      this.#window.destroyed = true;
    };
  },
}));

const content = { title: 'made up' } as unknown as BriefingContent;
const ask = (name: string, id: number): unknown => double.handlers.get(name)?.({ sender: { id } });

beforeEach(() => {
  double.windows.length = 0;
  double.printed.length = 0;
});

test('prints tagged, with outline, by the page’s size, once the page says that it stands', async () => {
  double.load = async (id) => {
    expect(ask('briefing.content', id)).toBe(content);
    ask('briefing.ready', id);
  };
  const pdf = await createElectronPrinter('/preload')(content);
  expect(Buffer.from(pdf).toString()).toBe('%PDF');
  expect(double.printed).toEqual([
    {
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
    },
  ]);
  expect(double.windows.every(({ destroyed }) => destroyed)).toBe(true);
  expect(double.handlers.size).toBe(0);
});

test('another window gets no content', async () => {
  double.load = async (id) => {
    expect(ask('briefing.content', id + 1)).toBeNull();
    ask('briefing.ready', id);
  };
  await createElectronPrinter('/preload')(content);
});

test('two briefings are printed one after the other', async () => {
  double.load = async (id) => {
    expect(double.windows.filter(({ destroyed }) => !destroyed)).toHaveLength(1);
    ask('briefing.ready', id);
  };
  const print = createElectronPrinter('/preload');
  await Promise.all([print(content), print(content)]);
  expect(double.windows).toHaveLength(2);
});

test('a page that cannot be shown ends as a sentence, and the next briefing is printed', async () => {
  const print = createElectronPrinter('/preload');
  double.load = async () => {
    throw new Error('gone');
  };
  await expect(print(content)).rejects.toMatchObject({ code: 'briefing.printFailed' });
  double.load = async (id) => void ask('briefing.ready', id);
  await expect(print(content)).resolves.toBeDefined();
});
