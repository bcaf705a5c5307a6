import { expect, test } from 'vitest';
import { siteRisk } from '../../engine/risk/sensitivity.ts';
import { evidenceForTest } from '../../engine/testing/evidenceForTest.ts';
import { BriefingBlock } from '../briefingContent.ts';
import { sensitivitySection } from './sensitivitySection.ts';

const risk = siteRisk(evidenceForTest(), []);

test.each(['de', 'en'] as const)(
  'P60 the section has both charts, the words and the grades, %s',
  (language) => {
    const { blocks } = sensitivitySection(risk, (spec) => spec, language);
    for (const block of blocks) expect(BriefingBlock.parse(block)).toEqual(block);
    const kinds = blocks.flatMap((block) => (block.type === 'chart' ? [block.spec.kind] : []));
    expect(kinds).toEqual(['tornado', 'heatMap']);
    const texts = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
    expect(texts.join(' ')).toMatch(language === 'de' ? /Leistung am Anschluss/ : /Grid power/);
    const table = blocks.find((block) => block.type === 'table');
    const { flips } = risk.sensitivity.flips;
    expect(table?.type === 'table' ? table.rows.length : 0).toBe(Math.min(6, flips.length));
    const words = JSON.stringify(blocks);
    expect(words).not.toMatch(/\{\w+\}|undefined|NaN/);
  },
);

test('a site without a result has no section', () => {
  const nothing = siteRisk({ ...evidenceForTest(), facts: [] }, []);
  expect(sensitivitySection(nothing, (spec) => spec, 'en').blocks).toEqual([]);
});
