import type { BackupReason } from '../../../shared/domain/backup.ts';
import type { Language } from '../../../shared/format/number.ts';
import { keepingText } from '../../../shared/text/keepingText.ts';

export function reasonWord(reason: BackupReason, language: Language): string {
  const text = keepingText[language];
  return reason === 'restore' ? text.beforeRestore : text[reason];
}

/** Day and time on this machine's clock. */
export function timeText(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(new Date(iso));
}
