import type { Locator, Page } from '@playwright/test';

/** The screen "Scenarios" and the chooser of the title bar, with English words. */
export class ScenariosScreen {
  constructor(readonly window: Page) {}

  get chooser(): Locator {
    return this.window.getByRole('banner').getByRole('button', { name: /^Scenario: / });
  }

  async open(): Promise<void> {
    await this.window.getByRole('navigation').getByRole('button', { name: 'Scenarios' }).click();
    await this.window.getByRole('heading', { level: 1, name: 'Scenarios' }).waitFor();
  }

  /** Chooses in the title bar by keys: the menu opens, a letter finds the scenario. */
  async choose(name: string): Promise<void> {
    await this.chooser.focus();
    await this.window.keyboard.press('Enter');
    await this.window.getByRole('menuitem', { name, exact: true }).focus();
    await this.window.keyboard.press('Enter');
  }

  async select(name: string): Promise<void> {
    await this.window.getByRole('list', { name: 'Scenarios' }).getByRole('button', { name }).click();
  }

  view(name: string): Locator {
    return this.window.getByRole('region', { name, exact: true });
  }

  async addChange(input: string, act: string, value: string): Promise<void> {
    await this.window.getByRole('button', { name: 'Add a change' }).click();
    await this.window.getByRole('combobox', { name: 'Input', exact: true }).selectOption({ label: input });
    await this.window.getByRole('combobox', { name: 'Act', exact: true }).selectOption({ label: act });
    const field = this.window.getByLabel(act === 'times' ? 'Factor' : 'Value', { exact: true });
    await field.fill(value);
    await field.press('Enter');
  }

  async compare(scenarios: readonly string[], subject: string): Promise<void> {
    await this.window.getByRole('tab', { name: 'Compare' }).click();
    const boxes = this.window.getByRole('group', { name: /^Two to six scenarios/ }).getByRole('checkbox');
    for (const box of await boxes.all()) await box.uncheck();
    for (const name of scenarios) await this.window.getByRole('checkbox', { name, exact: true }).check();
    await this.window.getByLabel('Site or company').selectOption({ label: subject });
    await this.window.getByRole('button', { name: 'Compare', exact: true }).click();
  }

  grid(name: string): Locator {
    return this.window.getByRole('grid', { name });
  }
}
