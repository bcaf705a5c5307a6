import { expect, test } from 'vitest';
import { likelyDuplicates } from './source.ts';

const source = (id: string, title: string, url: string | null = null) => ({ id, title, url });

test('two spellings of a title or of an address are one document', () => {
  const found = likelyDuplicates([
    source('1', 'Form 10-Q, Q3 2026', 'https://www.sec.gov/a/'),
    source('2', 'Third quarter report', 'http://sec.gov/a#p31'),
    source('3', 'form 10 q  q3 2026'),
    source('4', 'Another'),
  ]);
  expect(Object.fromEntries(found)).toEqual({ '1': ['2', '3'], '2': ['1'], '3': ['1'] });
});

test('the same title at two addresses is two documents, as monthly reports are', () => {
  const found = likelyDuplicates([
    source('1', 'Production update', 'https://example.org/july'),
    source('2', 'Production update', 'https://example.org/august'),
  ]);
  expect(found.size).toBe(0);
});
