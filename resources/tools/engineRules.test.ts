import { expect, test } from 'vitest';
import { commentsIn, rulesCitedIn, rulesIn } from './engineRules.ts';

test('a definition is bold, a bold letter inside it is a part, a mention is neither', () => {
  const model =
    '- **R1.2** Flows, see R5.8. **R1.2a** Month −1.\n- **R5.8** Loan: **a** sculpted. **b** CFADS.\n- **EBITDA** of **R6.1**';
  expect(rulesIn(model)).toEqual(['R1.2', 'R1.2a', 'R5.8', 'R5.8a', 'R5.8b']);
});

test('only comments cite, and only what is written', () => {
  const source =
    "/** R4.13 – R4.19 Lines. */\nconst label = 'R5.1 // no';\nrun(); // R1.3 order\nopen('http://R2.1');";
  expect([...rulesCitedIn(commentsIn(source))]).toEqual(['R4.13', 'R4.19', 'R1.3']);
});
