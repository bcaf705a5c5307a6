import { expect, test } from 'vitest';
import { errorSentence } from './errorSentence.ts';
import { meansSentence } from './simulationText.ts';

test('the usual way needs no word, any other one says what it is and that the digits are the same', () => {
  const usual = { workers: 2, webAssembly: true, sharedMemory: true };
  expect(meansSentence(usual, 'en')).toBeUndefined();
  expect(meansSentence({ ...usual, webAssembly: false }, 'en')).toContain('without WebAssembly');
  const alone = { workers: 1, webAssembly: false, sharedMemory: false };
  expect(meansSentence(alone, 'de')).toContain('keinen Speicher teilen');
  expect(meansSentence(alone, 'en')).toContain('same digits');
});

test('a simulation without a result says what happened and what to do', () => {
  expect(errorSentence('en', 'simulation.workerCrashed', { detail: 'exit 1' })).toMatch(
    /^A worker of the simulation ended by itself \(exit 1\)\. .* Start the simulation again/,
  );
  expect(errorSentence('de', 'simulation.notEnoughMemory', { detail: '5 GB' })).toContain(
    'Wählen Sie weniger Pfade',
  );
});
