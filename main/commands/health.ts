import { baseScenario } from '../../shared/scenarios/scenarioNames.ts';
import type { Fault } from '../../shared/domain/fault.ts';
import { faultEffects, type FaultEffect } from '../../shared/engine/health/faultEffect.ts';
import { engineVersion } from '../../shared/engine/version.ts';
import { sortedFaults } from '../../shared/health/sortFaults.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { Clock } from '../../shared/staleness/staleness.ts';
import { effectText, faultText, faultWords } from '../../shared/text/faultText.ts';
import { companyIds, healthPart } from '../analysis/healthView.ts';
import { defaultSeed, siteEvidence } from '../analysis/siteView.ts';
import type { ReadableDb } from '../db/access.ts';
import { staleness } from '../db/repositories/settingRepository.ts';
import { listSites } from '../db/repositories/siteRepository.ts';
import {
  languageOption,
  newestSchemaOnly,
  portfolioOption,
  readNamedOptions,
  textOption,
  todayOption,
} from './options.ts';
import { systemLanguage } from './runCommand.ts';

type Language = 'de' | 'en';

function allFaults(db: ReadableDb, clock: Clock): Fault[] {
  const siteIds = listSites(db).map(({ id }) => id);
  return [
    ...healthPart(db, 'market', [], clock),
    ...healthPart(db, 'companies', companyIds(db), clock),
    ...healthPart(db, 'sites', siteIds, clock),
  ];
}

/** R5.20 The effect of every fault; those of one site share what they have in common. */
function allEffects(db: ReadableDb, faults: readonly Fault[]): Map<string, FaultEffect> {
  const effects = new Map<string, FaultEffect>();
  const bySite = new Map<string, Fault[]>();
  for (const fault of faults) {
    effects.set(fault.id, { usdPerGridMw: null, turnsVerdict: false });
    const { effectSiteId: site } = fault;
    if (site !== null) bySite.set(site, [...(bySite.get(site) ?? []), fault]);
  }
  for (const [site, some] of bySite) {
    const found = faultEffects(
      siteEvidence(db, site, { seed: defaultSeed, scenarioId: baseScenario.id }),
      some.map(({ mends }) => mends),
    );
    for (const [index, { id }] of some.entries()) {
      const effect = found[index];
      if (effect) effects.set(id, effect);
    }
  }
  return effects;
}

function documentOf(
  faults: readonly Fault[],
  effects: ReadonlyMap<string, FaultEffect>,
  clock: Clock,
  language: Language,
) {
  return {
    format: 'umbau-health-1',
    engineVersion,
    today: clock.today,
    staleAfterDays: clock.staleAfterDays,
    open: faults.filter(({ isDismissed }) => !isDismissed).length,
    dismissed: faults.filter(({ isDismissed }) => isDismissed).length,
    fields: { effectUsdPerGridMw: { unit: 'USD/MW', rule: 'R5.20', basis: 'grid MW' } },
    faults: faults.map(({ id, code, subject, values, fix, blockedMw, effectSiteId, hash, isDismissed }) => ({
      id,
      code,
      subject,
      ...faultWords({ code, values }, language),
      values,
      effectUsdPerGridMw: effects.get(id)?.usdPerGridMw ?? null,
      turnsVerdict: effects.get(id)?.turnsVerdict ?? false,
      effectSiteId,
      blockedMw,
      fix,
      hash,
      isDismissed,
    })),
  };
}

function linesOf(
  faults: readonly Fault[],
  effects: ReadonlyMap<string, FaultEffect>,
  language: Language,
): string {
  const text = faultText[language];
  const open = faults.filter(({ isDismissed }) => !isDismissed);
  if (open.length === 0) return `${text.none}\n`;
  const lines = open.map((fault) => {
    const { title, what } = faultWords(fault, language);
    const name = fault.subject.kind === 'market' ? text.market : fault.subject.name;
    return `${effectText(fault, effects.get(fault.id), language)}\t${name}\t${title}\t${what}\n`;
  });
  return `${text.effect} (${text.effectUnit})\t${text.subject}\t${text.fault}\t\n${lines.join('')}`;
}

/** P31 The faults of a portfolio's data; an open one is a failure, so that a script can stop at it. */
export async function healthCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(args, ['portfolio', 'lang', 'today'], ['json']);
  const isJson = options.values['json'] === true;
  const fallback = isJson ? 'en' : systemLanguage();
  const language = textOption(options, 'lang') === undefined ? fallback : languageOption(options);
  const { path, db } = portfolioOption(options);
  try {
    newestSchemaOnly(path, db);
    const { today, staleAfterDays } = staleness(db);
    const clock = { today: todayOption(options, today), staleAfterDays };
    const found = allFaults(db, clock);
    const effects = allEffects(db, found);
    const faults = sortedFaults(found, effects);
    process.stdout.write(
      isJson
        ? `${JSON.stringify(documentOf(faults, effects, clock, language), null, 2)}\n`
        : linesOf(faults, effects, language),
    );
    const count = faults.filter(({ isDismissed }) => !isDismissed).length;
    if (count > 0) throw new UserFacingError('health.faultsOpen', { count: String(count) });
  } finally {
    db.close();
  }
}
