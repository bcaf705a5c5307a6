import { formatDate, type Language } from '../format/number.ts';
import { encryptionText } from '../text/encryptionText.ts';
import { fill } from '../text/screenText.ts';
import type { BriefingContent } from './briefingContent.ts';

export interface RecoverySheet {
  readonly fileName: string;
  readonly folder: string;
  /** ISO date. */
  readonly day: string;
  /** In groups. */
  readonly recoveryKey: string;
  readonly language: Language;
}

const groupsInLine = 6;

/** Lines of groups with their number, so that a place is found again while typing. */
export function keyLines(recoveryKey: string): string[] {
  const groups = recoveryKey.split('-');
  return Array.from({ length: Math.ceil(groups.length / groupsInLine) }, (_, line) =>
    groups.slice(line * groupsInLine, (line + 1) * groupsInLine).join(' – '),
  );
}

/** P34 The sheet that opens a file without its password, on the paper of the briefings. */
export function recoverySheet({
  fileName,
  folder,
  day,
  recoveryKey,
  language,
}: RecoverySheet): BriefingContent {
  const t = encryptionText[language];
  const de = language === 'de';
  return {
    format: 1,
    language,
    subjectKind: 'company',
    subjectId: 'recovery',
    subject: fileName,
    kicker: t.sheetKicker,
    title: fill(t.sheetTitle, { file: fileName }),
    header: [
      { label: t.sheetFile, value: fileName },
      { label: t.sheetFolder, value: folder },
      { label: t.sheetWritten, value: formatDate(day, language) },
    ],
    lead: t.sheetLead,
    five: [],
    sections: [
      {
        id: 'key',
        heading: t.sheetKey,
        newPage: false,
        blocks: [
          {
            type: 'table',
            caption: t.key,
            captionUnit: '',
            columns: [
              { head: '', unit: '', numeric: false },
              { head: t.sheetKey, unit: '', numeric: false, wide: true },
            ],
            rows: keyLines(recoveryKey).map((line, place) => ({
              cells: [{ text: String(place + 1) }, { text: line }],
            })),
            note: '',
          },
        ],
      },
      {
        id: 'how',
        heading: t.sheetHow,
        newPage: false,
        blocks: [{ type: 'list', items: [...t.sheetSteps] }],
      },
    ],
    footer: {
      version: '',
      run: '',
      seed: '',
      dataHash: '',
      asOf: formatDate(day, language),
      pageWord: de ? 'Seite' : 'Page',
      ofWord: de ? 'von' : 'of',
      draft: null,
      sample: null,
    },
  };
}
