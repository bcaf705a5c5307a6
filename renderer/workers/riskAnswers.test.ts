import { expect, test } from 'vitest';
import { createSiteCaches } from '../../shared/engine/analysis/siteCaches.ts';
import { siteRisk } from '../../shared/engine/risk/sensitivity.ts';
import { evidenceForTest } from '../../shared/engine/testing/evidenceForTest.ts';
import type { RiskMessage, RiskQuestion } from '../../shared/ipc/riskProtocol.ts';
import { createRiskAnswers } from './riskAnswers.ts';

const evidence = evidenceForTest();
const swings: RiskQuestion = { about: 'swings', evidence, observed: [] };
const grid: RiskQuestion = {
  about: 'grid',
  evidence,
  x: { key: 'capRate', unit: '1', base: 0.085, values: [0.06, 0.085] },
  y: { key: 'shellCapexUsdPerMwIt', unit: 'USD/MW', base: 11e6, values: [8e6, 11e6] },
};

interface Told extends RiskMessage {
  readonly id: number;
}

/** Answers until everything asked has ended; `between` sees each message. */
function ended(
  begin: (answers: ReturnType<typeof createRiskAnswers>) => number,
  between: (message: Told, answers: ReturnType<typeof createRiskAnswers>) => void = () => undefined,
): Promise<Told[]> {
  return new Promise((resolve) => {
    const told: Told[] = [];
    let open = Infinity;
    const answers = createRiskAnswers(createSiteCaches(), (id, message) => {
      told.push({ id, ...message });
      between({ id, ...message }, answers);
      if (message.progress === undefined) open -= 1;
      if (open === 0) resolve(told);
    });
    open = begin(answers);
  });
}

const isEnd = ({ progress }: Told): boolean => progress === undefined;

test('a question is answered part by part, with the answer that the whole gives', async () => {
  const told = await ended((answers) => {
    answers.answer(1, swings);
    return 1;
  });
  const { all = 0 } = told[0]?.progress ?? {};
  expect(told.map(({ progress }) => progress?.done)).toEqual([
    ...Array.from({ length: all }, (_, index) => index + 1),
    undefined,
  ]);
  expect(told.at(-1)?.answer).toEqual(siteRisk(evidence, []).sensitivity.swings);
});

test('the newest question is answered first, then the older one goes on where it was', async () => {
  let isAsked = false;
  const told = await ended(
    (answers) => {
      answers.answer(1, swings);
      return 2;
    },
    ({ progress }, answers) => {
      if (isAsked || progress?.done !== 3) return;
      isAsked = true;
      answers.answer(2, grid);
    },
  );
  expect(told.filter(isEnd).map(({ id }) => id)).toEqual([2, 1]);
  expect(told.filter(({ id, progress }) => id === 1 && progress?.done === 4)).toHaveLength(1);
});

test('a stop is obeyed between two parts; nothing more is told, and the next question is answered', async () => {
  const told = await ended(
    (answers) => {
      answers.answer(1, swings);
      return 2;
    },
    ({ id, progress }, answers) => {
      if (id !== 1 || progress?.done !== 2) return;
      answers.stop(1);
      answers.answer(2, grid);
    },
  );
  const ofFirst = told.filter(({ id }) => id === 1);
  expect(ofFirst.at(-1)).toEqual({ id: 1, isStopped: true });
  expect(ofFirst).toHaveLength(3);
  expect(told.at(-1)).toMatchObject({ id: 2, answer: { x: grid.x } });
});
