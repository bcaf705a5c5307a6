import type { ErrorCode } from '../ipc/errorCodes.ts';

type Keeping = Extract<ErrorCode, 'db.upgradeFailed' | `backup.${string}`>;
type Sentences = Readonly<Record<Keeping, string>>;

/** What happened, what is safe, what now: backups, upgrades, and the portfolio as a document. */
const en: Sentences = {
  'db.upgradeFailed':
    'The portfolio “{path}” could not be brought to the new format. The file is as it was, and a checked copy lies beside it: “{copy}”. Go on with the version of Umbau that wrote it, restore an earlier backup, or open another file.',
  'backup.notWhole':
    'The copy “{path}” is not whole and was not used. The portfolio is as it was. Choose another backup, or make room on the disk and try again.',
  'backup.unknown': 'This backup is no longer there. The portfolio is as it was. Choose another one.',
};

const de: Sentences = {
  'db.upgradeFailed':
    'Das Portfolio „{path}“ ließ sich nicht in das neue Format überführen. Die Datei ist unverändert, eine geprüfte Kopie liegt daneben: „{copy}“. Bitte mit der Version von Umbau weiterarbeiten, die sie geschrieben hat, eine frühere Sicherung einspielen oder eine andere Datei öffnen.',
  'backup.notWhole':
    'Die Kopie „{path}“ ist nicht vollständig und wurde nicht verwendet. Das Portfolio ist unverändert. Bitte eine andere Sicherung wählen oder Platz schaffen und noch einmal versuchen.',
  'backup.unknown':
    'Diese Sicherung gibt es nicht mehr. Das Portfolio ist unverändert. Bitte eine andere wählen.',
};

export const keepingErrors = { de, en } as const;
