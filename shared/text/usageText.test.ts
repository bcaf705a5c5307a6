import { expect, test } from 'vitest';
import { usageText } from './usageText.ts';

test('the help names every command, with a sentence in either language', () => {
  const [de, en] = [usageText('de'), usageText('en')];
  for (const command of ['briefing', 'analyse', 'backcast', 'changes', 'health', 'verify', 'model'])
    for (const text of [de, en]) expect(text).toMatch(new RegExp(`^umbau ${command} .*\\n {4}.+\\.$`, 'm'));
  expect(de).not.toBe(en);
});
