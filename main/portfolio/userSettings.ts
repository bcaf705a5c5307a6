import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { Settings, type RecentFile } from '../../shared/domain/portfolio.ts';
import { SavedImport } from '../../shared/domain/tableImport.ts';

type SettingsValue = z.infer<typeof Settings>;

const Stored = z.strictObject({
  settings: Settings,
  recent: z.array(z.string()),
  /** Mappings of imported tables; an older settings file does not know of them. */
  imports: z.array(SavedImport).default([]),
  /** When each recent file was opened, newest first. */
  openings: z.record(z.string(), z.array(z.string())).default({}),
});
type StoredValue = z.infer<typeof Stored>;

const longestRecentList = 8;
const longestImportList = 50;
const rememberedOpenings = 5;

/** What belongs to the person at this machine, not to a portfolio: settings and recent files. */
export class UserSettings {
  readonly #folder: string;
  #stored: StoredValue;

  constructor(folder: string, locale: string) {
    this.#folder = folder;
    const language = locale.toLowerCase().startsWith('de') ? 'de' : 'en';
    this.#stored = this.#read() ?? {
      settings: {
        language,
        theme: 'system',
        density: 'normal',
        author: '',
        letterKeys: true,
        lockAfterMinutes: 15,
      },
      recent: [],
      imports: [],
      openings: {},
    };
  }

  get settings(): SettingsValue {
    return this.#stored.settings;
  }

  write(settings: SettingsValue): SettingsValue {
    this.#save({ ...this.#stored, settings });
    return settings;
  }

  remember(path: string, now: string): void {
    const recent = [path, ...this.#stored.recent.filter((known) => known !== path)].slice(
      0,
      longestRecentList,
    );
    const times = [now, ...this.openings(path)].slice(0, rememberedOpenings);
    const known = Object.entries(this.#stored.openings).filter(([file]) => recent.includes(file));
    this.#save({ ...this.#stored, recent, openings: { ...Object.fromEntries(known), [path]: times } });
  }

  openings(path: string): readonly string[] {
    return this.#stored.openings[path] ?? [];
  }

  forget(path: string): void {
    const recent = this.#stored.recent.filter((known) => known !== path);
    this.#save({ ...this.#stored, recent });
  }

  get savedImports(): readonly SavedImport[] {
    return this.#stored.imports;
  }

  /** The newest mapping of a name replaces the one before. */
  keepImport(saved: SavedImport): readonly SavedImport[] {
    const imports = [saved, ...this.#stored.imports.filter(({ name }) => name !== saved.name)];
    this.#save({ ...this.#stored, imports: imports.slice(0, longestImportList) });
    return this.#stored.imports;
  }

  recent(): RecentFileValue[] {
    return this.#stored.recent.map((path) => ({ path, fileName: basename(path), exists: existsSync(path) }));
  }

  get #file(): string {
    return join(this.#folder, 'settings.json');
  }

  #read(): StoredValue | undefined {
    try {
      return Stored.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // A missing or damaged settings file costs only the settings; the defaults are a working start.
      return undefined;
    }
  }

  #save(stored: StoredValue): void {
    this.#stored = stored;
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(`${this.#file}.new`, JSON.stringify(stored, null, 2));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

type RecentFileValue = z.infer<typeof RecentFile>;
