import { encryptionText } from '../../shared/text/encryptionText.ts';
import type { ScenarioRecord } from '../../shared/domain/scenario.ts';
import { scenarioName } from '../../shared/scenarios/scenarioNames.ts';
import { scenarioScreenText } from '../../shared/text/scenario/scenarioScreenText.ts';
import { keepingText } from '../../shared/text/keepingText.ts';
import { faultText } from '../../shared/text/faultText.ts';
import { fill, screenText } from '../../shared/text/screenText.ts';
import { openEntry } from '../flows/editRecord.ts';
import { redo, undo } from '../flows/editInput.ts';
import { askForPassword, lockOrSayWhyNot } from '../flows/encryption.ts';
import { askForCleanCopy, backUpNow, exportWhole } from '../flows/keeping.ts';
import { showNextFault } from '../flows/visitFaults.ts';
import { chooseScenario } from '../flows/scenarios.ts';
import { openPortfolio, saveCopy, show } from '../flows/navigation.ts';
import { useApp } from '../store/appStore.ts';
import { commandKey } from './commandKey.ts';
import { places } from './places.ts';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly key: string | null;
  /** What it is found by: both languages, so that a term is found in either. */
  readonly words: string;
  readonly act: () => void;
}

type TextKey = keyof (typeof screenText)['en'];

function named(name: TextKey, key: string | null, act: () => void): Command {
  const { language } = useApp.getState().settings;
  return {
    id: name,
    label: screenText[language][name],
    note: '',
    key: key === null ? null : `${commandKey}${key}`,
    words: `${screenText.de[name]} ${screenText.en[name]}`.toLowerCase(),
    act,
  };
}

function newCompany(): void {
  openEntry({ what: 'record', kind: 'company', id: null, companyId: null, siteId: null });
}

/** A command of the file's keeping, found in both languages. */
function keeping(
  name: 'backups' | 'backUpNow' | 'exportJson' | 'exportCsv' | 'exportXlsx' | 'cleanCopy',
  act: () => void,
): Command {
  const { language } = useApp.getState().settings;
  return {
    id: name,
    label: keepingText[language][name],
    note: '',
    key: null,
    words: `${keepingText.de[name]} ${keepingText.en[name]}`.toLowerCase(),
    act,
  };
}

/** What has to do with passwords, found in both languages. */
function secret(name: 'saveCopy' | 'switchOn' | 'lockNow', act: () => void): Command {
  const { language } = useApp.getState().settings;
  return {
    id: `encryption.${name}`,
    label: encryptionText[language][name],
    note: '',
    key: null,
    words: `${encryptionText.de[name]} ${encryptionText.en[name]}`.toLowerCase(),
    act,
  };
}

/** P12 Every scenario can be chosen by its name in either language. */
function inScenario(scenario: ScenarioRecord): Command {
  const { language } = useApp.getState().settings;
  const label = (of: 'de' | 'en'): string =>
    fill(scenarioScreenText[of].command, { name: scenarioName(scenario, of) });
  return {
    id: `scenario.${scenario.id}`,
    label: label(language),
    note: '',
    key: null,
    words: `${label('de')} ${label('en')}`.toLowerCase(),
    act: () => void chooseScenario(scenario.id),
  };
}

/** F8 and its opposite, by the words of the health centre. */
function visit(name: 'next' | 'previous', key: string, isBackwards: boolean): Command {
  const { language } = useApp.getState().settings;
  return {
    id: `fault.${name}`,
    label: faultText[language][name],
    note: '',
    key,
    words: `${faultText.de[name]} ${faultText.en[name]}`.toLowerCase(),
    act: () => void showNextFault(isBackwards),
  };
}

function commands(): Command[] {
  const hasPortfolio = useApp.getState().portfolio !== null;
  return [
    ...places.map((place, index) => named(place, String(index + 1), () => void show({ name: place }))),
    named('openFile', 'O', () => void openPortfolio('file')),
    named('newFile', null, () => void openPortfolio('new')),
    named('openSample', null, () => void openPortfolio('sample')),
    ...(hasPortfolio
      ? [
          named('saveCopy', '⇧S', () => void saveCopy()),
          {
            ...named('companies', 'N', newCompany),
            label: screenText[useApp.getState().settings.language].newCompany,
            words: `${screenText.de.newCompany} ${screenText.en.newCompany}`.toLowerCase(),
          },
          keeping('backups', () => void show({ name: 'backups', path: null })),
          keeping('backUpNow', () => void backUpNow()),
          keeping('exportJson', () => void exportWhole('json')),
          keeping('exportCsv', () => void exportWhole('csv')),
          keeping('exportXlsx', () => void exportWhole('xlsx')),
          keeping('cleanCopy', askForCleanCopy),
          secret('saveCopy', () => askForPassword('copy')),
          secret('switchOn', () => void show({ name: 'settings' })),
          secret('lockNow', () => void lockOrSayWhyNot()),
          {
            ...named('companies', null, () => void show({ name: 'import' })),
            id: 'import',
            label: screenText[useApp.getState().settings.language].importCommand,
            words:
              `${screenText.de.importCommand} ${screenText.en.importCommand} csv xlsx excel`.toLowerCase(),
          },
          ...useApp.getState().scenarios.map(inScenario),
          named('sources', null, () => void show({ name: 'sources' })),
          named('undo', 'Z', () => void undo()),
          named('redo', '⇧Z', () => void redo()),
          visit('next', 'F8', false),
          visit('previous', '⇧F8', true),
        ]
      : []),
  ];
}

function subjects(): Command[] {
  const { companies, sites } = useApp.getState();
  return [
    ...companies.map(({ id, name, ticker }) => ({
      id: `company.${id}`,
      label: name,
      note: ticker ?? '',
      key: null,
      words: `${name} ${ticker ?? ''}`.toLowerCase(),
      act: () => void show({ name: 'company', id }),
    })),
    ...sites.map(({ id, name, companyName, cityRegion }) => ({
      id: `site.${id}`,
      label: name,
      note: companyName,
      key: null,
      words: `${name} ${companyName} ${cityRegion ?? ''}`.toLowerCase(),
      act: () => void show({ name: 'site', id }),
    })),
  ];
}

const longestList = 12;

/**
 * Commands, companies and sites whose words hold everything typed, and what else there is to find; those that begin with
 * it come first.
 */
export function findCommands(typed: string, more: readonly Command[]): Command[] {
  const parts = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '');
  const found = [...commands(), ...subjects(), ...more].filter(({ words }) =>
    parts.every((part) => words.includes(part)),
  );
  const begins = ({ words }: Command): number => (words.startsWith(parts[0] ?? '') ? 0 : 1);
  return found.toSorted((a, b) => begins(a) - begins(b)).slice(0, longestList);
}
