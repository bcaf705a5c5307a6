import type { Fault } from '../../shared/domain/fault.ts';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import type { RecordValues } from '../../shared/domain/records.ts';
import { sortedFaults } from '../../shared/health/sortFaults.ts';
import { faultText, faultWords } from '../../shared/text/faultText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { useApp, type HealthRun } from '../store/appStore.ts';
import { finishStep } from './editInput.ts';
import { ask, show } from './navigation.ts';

/** The open faults in the order of the health centre. */
export function openOf({ faults, effects }: HealthRun): Fault[] {
  return sortedFaults(
    faults.filter(({ isDismissed }) => !isDismissed),
    effects,
  );
}

/** Shows where a fault's data are. */
export async function showPlace({ subject }: Fault): Promise<void> {
  if (subject.kind === 'market') return show({ name: 'backcast' });
  return show({ name: subject.kind, id: subject.id });
}

let lastVisited: string | null = null;

/** F8: goes to the next open fault, or the one before, and says what it is. */
export async function showNextFault(isBackwards: boolean): Promise<void> {
  const { health, settings, set } = useApp.getState();
  const text = faultText[settings.language];
  const open = health ? openOf(health) : [];
  if (open.length === 0) return set({ toast: { text: text.none, isEdit: false } });
  const before = open.findIndex(({ id }) => id === lastVisited);
  const first = isBackwards ? open.length - 1 : 0;
  const index = before < 0 ? first : (before + (isBackwards ? -1 : 1) + open.length) % open.length;
  const fault = open[index];
  if (!fault) return;
  lastVisited = fault.id;
  const { title, what } = faultWords(fault, settings.language);
  const nth = fill(text.nth, { n: index + 1, all: open.length });
  const name = fault.subject.kind === 'market' ? text.market : fault.subject.name;
  await showPlace(fault);
  set({ toast: { text: `${nth}: ${name}. ${title}. ${what}`, isEdit: false } });
}

/** Changes columns of a contract; what it cites stays. */
async function setContract(id: string, values: RecordValues): Promise<HistoryStep | undefined> {
  const known = await ask('record.read', { kind: 'contract', id });
  if (!known) return undefined;
  const { source } = known;
  const edit = { kind: 'contract', id, companyId: null, siteId: null, values, source } as const;
  return (await ask('record.save', edit))?.step;
}

async function stepOf(
  fix: NonNullable<Fault['fix']>,
  siteId: string | null,
): Promise<HistoryStep | undefined> {
  switch (fix.kind) {
    case 'contract.set':
      return setContract(fix.id, fix.values);
    case 'contract.remove':
      return ask('record.remove', { kind: 'contract', id: fix.id });
    case 'figure.setAside':
      return ask('figure.setAside', { id: fix.id });
    case 'input.set':
      return siteId === null
        ? undefined
        : ask('input.set', { siteId, key: fix.key, value: fix.value, note: null });
    case 'input.clear':
      return siteId === null ? undefined : ask('input.clear', { siteId, key: fix.key });
  }
}

/** Makes the repair that is offered; undo takes it back. */
export async function fixFault({ fix, subject }: Fault): Promise<void> {
  if (fix) await finishStep(await stepOf(fix, subject.kind === 'site' ? subject.id : null), '');
}

/** Puts a fault aside until its data change, or takes it back. */
export async function putAside({ id, code, hash, subject, isDismissed }: Fault): Promise<void> {
  const named = { id, code, name: subject.name };
  const step = isDismissed
    ? await ask('health.reopen', named)
    : await ask('health.dismiss', { ...named, hash });
  await finishStep(step, '');
}
