import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { Settings, type RecentFile } from '../../shared/domain/portfolio.ts';

type SettingsValue = z.infer<typeof Settings>;

const Stored = z.strictObject({ settings: Settings, recent: z.array(z.string()) });
type StoredValue = z.infer<typeof Stored>;

const longestRecentList = 8;

/** What belongs to the person at this machine, not to a portfolio: settings and recent files. */
export class UserSettings {
  readonly #folder: string;
  #stored: StoredValue;

  constructor(folder: string, locale: string) {
    this.#folder = folder;
    const language = locale.toLowerCase().startsWith('de') ? 'de' : 'en';
    this.#stored = this.#read() ?? {
      settings: { language, theme: 'system', density: 'normal', author: '', letterKeys: true },
      recent: [],
    };
  }

  get settings(): SettingsValue {
    return this.#stored.settings;
  }

  write(settings: SettingsValue): SettingsValue {
    this.#save({ ...this.#stored, settings });
    return settings;
  }

  remember(path: string): void {
    const recent = [path, ...this.#stored.recent.filter((known) => known !== path)].slice(
      0,
      longestRecentList,
    );
    this.#save({ ...this.#stored, recent });
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
