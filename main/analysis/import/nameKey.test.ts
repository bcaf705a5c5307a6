import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameKey } from './ground.ts';

test('plain names take a short way to the key that every other way of writing them has', () => {
  const name = fc.string({ unit: fc.constantFrom('A', 'b', 'Z', '1', '-', '&', ' '), maxLength: 12 });
  fc.assert(
    // A blank behind takes the long way, and changes nothing else.
    fc.property(name, (text) => nameKey(text) === nameKey(`${text}\u00a0`)),
  );
  expect(nameKey('Ｒｉｏｔ  Platforms ')).toBe(nameKey('riot platforms'));
  expect(nameKey('Straße')).toBe('straße');
});
