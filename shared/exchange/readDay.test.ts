import { expect, test } from 'vitest';
import { formatDate } from '../format/number.ts';
import { readDay } from './readDay.ts';

test.each(['2026-10-07', '7.10.2026', '07.10.2026', '7. 10. 2026', ' 7 Oct 2026 ', '7 October 2026'])(
  '"%s" is the seventh of October',
  (text) => expect(readDay(text)).toBe('2026-10-07'),
);

test.each(['', '07/10/2026', '10.2026', '2026-02-29', '31.11.2026', '7 Foo 2026', '2026-13-01', 'tomorrow'])(
  '"%s" is no day',
  (text) => expect(readDay(text)).toBeUndefined(),
);

test('what is shown can be entered again', () => {
  for (const language of ['de', 'en'] as const)
    expect(readDay(formatDate('2026-01-31', language))).toBe('2026-01-31');
});
