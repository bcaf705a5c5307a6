import { siteWorkbook } from '../../shared/workbook/siteWorkbook.ts';
import { useApp } from '../store/appStore.ts';
import { evaluate, evaluatePlanFlows } from '../workers/evaluation.ts';
import { ask } from './navigation.ts';

/** The site on screen as a workbook, every strategy that can be computed taken apart; tells where it lies. */
export async function saveWorkbook(): Promise<void> {
  const { evidence, settings, set } = useApp.getState();
  if (!evidence) return;
  const analysis = await evaluate(evidence).whole;
  const kinds = analysis.strategies.flatMap(({ computable, kind }) => (computable ? [kind] : []));
  const found = await Promise.all(
    kinds.map(async (strategy) => {
      const flows = await evaluatePlanFlows(evidence, { kind: 'strategy', strategy });
      return flows && { strategy, ...flows };
    }),
  );
  const plans = found.filter((plan) => plan !== null);
  const saved = await ask(
    'workbook.save',
    siteWorkbook({ evidence, analysis, plans, language: settings.language }),
  );
  if (saved) set({ toast: { text: saved.path, isEdit: false } });
}
