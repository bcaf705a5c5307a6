import type { BriefingContent } from '../../shared/briefing/briefingContent.ts';

/** What a save dialog is asked for; each has its ending; a folder has none, and any file its own. */
export type FileKind = 'portfolio' | 'pdf' | 'xlsx' | 'csv' | 'json' | 'svg' | 'png' | 'folder' | 'any';

/** What a host gives the application besides its window. Services know only this. */
export interface Host {
  readonly name: 'electron' | 'chromium';
  readonly platform: 'mac' | 'windows' | 'linux';
  /** Preferred language of the system, as BCP 47. */
  readonly locale: string;
  /** Folder for settings and the analyst's sample copy. */
  readonly userDataFolder: string;
  /** Folder with the shipped, read-only sample portfolio. */
  readonly resourcesFolder: string;
  chooseFileToOpen(kind?: 'portfolio' | 'table' | 'any'): Promise<string | null>;
  chooseFileToSave(suggestedName: string, kind: FileKind): Promise<string | null>;
  showFolder(path: string): Promise<void>;
  /** Prints the briefing page with this content: tagged, with outline, by its own page size. */
  printBriefing(content: BriefingContent): Promise<Uint8Array>;
}
