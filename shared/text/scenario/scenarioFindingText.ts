import type { ScenarioFinding, ScenarioFindingReason } from '../../engine/scenario/scenarioFindings.ts';
import type { Language } from '../../format/number.ts';
import { inputLabel } from '../inputLabels.ts';
import { shockNames, sizeName } from './shockNames.ts';

type Reasons = Readonly<Record<ScenarioFindingReason, string>>;

const reasons: Readonly<Record<Language, Reasons>> = {
  en: {
    scenarioBound: 'goes beyond what the input may be and was put on its bound.',
    changeWithoutValue: 'has no value at this site that could be changed.',
    changeNotUsed: 'is no input of this site.',
    noSize: 'has no size.',
    noMining: 'has no effect: this site does not mine.',
    noHall: 'has no effect: no plan of this site builds a hall.',
    noTenant: 'has no effect: “{tenant}” is no tenant of this site.',
    tenantOfCloud: 'has no effect: “{tenant}” buys GPU hours here and rents no hall.',
    tenantShareUnknown:
      'has no effect: the part of “{tenant}” is not known, since leases of this site have no MW.',
    siteApproved: 'has no effect: this site is approved already.',
    rungUnknown: 'has no effect: how far this site’s connection is approved is not known.',
    noLoan: 'has no effect: no plan of this site has a loan.',
    hashrateDoesNotRespond: 'has no effect: the hash rate does not respond at this site (R2.5a).',
    priceIsSigned: 'has no effect: the rent is signed and no renewal begins in these months.',
    outsideMonths: 'has no effect: nothing of this site’s plans lies in these months.',
  },
  de: {
    scenarioBound: 'geht über das hinaus, was die Eingabe sein darf, und steht auf der Grenze.',
    changeWithoutValue: 'hat an diesem Standort keinen Wert, der sich ändern ließe.',
    changeNotUsed: 'ist keine Eingabe dieses Standorts.',
    noSize: 'hat keine Größe.',
    noMining: 'wirkt nicht: An diesem Standort gibt es kein Mining.',
    noHall: 'wirkt nicht: Kein Plan dieses Standorts baut eine Halle.',
    noTenant: 'wirkt nicht: „{tenant}“ ist kein Mieter dieses Standorts.',
    tenantOfCloud: 'wirkt nicht: „{tenant}“ kauft hier GPU-Stunden und mietet keine Halle.',
    tenantShareUnknown:
      'wirkt nicht: Der Anteil von „{tenant}“ ist nicht bekannt, weil Mietverträge des Standorts keine MW nennen.',
    siteApproved: 'wirkt nicht: Dieser Standort ist bereits genehmigt.',
    rungUnknown: 'wirkt nicht: Wie weit der Anschluss dieses Standorts genehmigt ist, ist nicht bekannt.',
    noLoan: 'wirkt nicht: Kein Plan dieses Standorts hat einen Kredit.',
    hashrateDoesNotRespond: 'wirkt nicht: Die Hashrate reagiert an diesem Standort nicht (R2.5a).',
    priceIsSigned:
      'wirkt nicht: Die Miete ist unterschrieben, und keine Verlängerung beginnt in diesen Monaten.',
    outsideMonths: 'wirkt nicht: Nichts in den Plänen dieses Standorts liegt in diesen Monaten.',
  },
};

/** R7.3 What of a scenario does not reach a site, as a sentence. */
export function scenarioFindingText(finding: ScenarioFinding, language: Language): string {
  const reason = reasons[language][finding.reason];
  if (finding.of === 'change') return `${inputLabel(finding.key, language)} ${reason}`;
  const { kind, size, tenant } = finding;
  const name = shockNames[language][kind];
  const what = size === null ? name : `${name}, ${sizeName(size, language)}`;
  return `${what} ${reason.replace('{tenant}', tenant ?? '')}`;
}
