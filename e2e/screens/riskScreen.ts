import type { Locator, Page } from '@playwright/test';

/** The risk tab of the site on screen, in English. */
export interface RiskScreen {
  readonly tornado: Locator;
  readonly tornadoTable: Locator;
  readonly map: Locator;
  readonly flips: Locator;
  readonly finder: Locator;
  chooseStrategy(name: string): Promise<void>;
  chooseAxes(x: string, y: string): Promise<void>;
  compute(): Promise<void>;
  find(question: {
    readonly input: string;
    readonly strategy: string;
    readonly rival: string;
  }): Promise<void>;
}

/** Opens the tab and waits for its charts. */
export async function openRisk(window: Page): Promise<RiskScreen> {
  await window.getByRole('tab', { name: 'Risk', exact: true }).click();
  const tornado = window.getByRole('application', { name: /^What moves the result/ });
  const map = window.getByRole('application', { name: /^Where the answer turns/ });
  await tornado.waitFor({ timeout: 60_000 });
  await map.waitFor({ timeout: 60_000 });
  const panel = window.getByRole('region', { name: 'Where the answer turns' });
  const finder = window.getByRole('region', { name: 'Break-even finder' });
  return {
    tornado,
    map,
    finder,
    tornadoTable: window.getByRole('table', { name: 'What moves the result' }),
    flips: window.getByRole('region', { name: 'What would flip the verdict' }),
    chooseStrategy: async (name) => {
      await window.getByRole('combobox', { name: 'Strategy', exact: true }).first().selectOption(name);
    },
    chooseAxes: async (x, y) => {
      await panel.getByRole('combobox', { name: 'Across', exact: true }).selectOption(x);
      await panel.getByRole('combobox', { name: 'Upwards', exact: true }).selectOption(y);
    },
    compute: () => panel.getByRole('button', { name: 'Compute' }).click(),
    find: async ({ input, strategy, rival }) => {
      await finder.getByRole('combobox', { name: 'Strategy', exact: true }).selectOption(strategy);
      await finder.getByRole('combobox', { name: 'as good as', exact: true }).selectOption(rival);
      await finder.getByRole('combobox', { name: 'Input', exact: true }).selectOption(input);
      await finder.getByRole('button', { name: 'Find' }).click();
    },
  };
}
