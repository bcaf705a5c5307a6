import type { CompanyDetail } from '../../shared/domain/site.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { plansOfSite, type PlanFlows } from '../../shared/engine/analysis/planFlows.ts';
import type { SiteFigures } from '../../shared/engine/analysis/siteAnalysis.ts';
import { analysisDocument, analysisJson } from '../../shared/exchange/analysisDocument.ts';
import { cashFlowExport, strategiesExport } from '../../shared/exchange/analysisTables.ts';
import { fileNameOf } from '../../shared/exchange/fileName.ts';
import type { Language } from '../../shared/format/number.ts';
import { exportText } from '../../shared/text/exportText.ts';
import { backcastWorkbook } from '../../shared/workbook/backcastWorkbook.ts';
import { companyWorkbook } from '../../shared/workbook/companyWorkbook.ts';
import { siteWorkbook } from '../../shared/workbook/siteWorkbook.ts';
import type { WorkbookSpec } from '../../shared/workbook/workbookSpec.ts';
import { useApp } from '../store/appStore.ts';
import { evaluate, evaluatePlanFlows } from '../workers/evaluation.ts';
import { siteRiskOf } from './loadRisk.ts';
import { ask } from './navigation.ts';
import { saveCsv, saveFile } from './saveFile.ts';

/** The site or company on screen with the evidence of its sites. */
interface Subject {
  readonly kind: 'company' | 'site';
  readonly id: string;
  /** Taken with the screen: while an export runs, another company may be opened. */
  readonly company: CompanyDetail | null;
  readonly run: { readonly runId: string; readonly seed: number; readonly dataHash: string };
  readonly evidence: readonly SiteEvidence[];
}

async function subjectOnScreen(): Promise<Subject | undefined> {
  const { screen, evidence, company } = useApp.getState();
  if (screen.name === 'site')
    return evidence
      ? { kind: 'site', id: evidence.siteId, company: null, run: evidence, evidence: [evidence] }
      : undefined;
  if (!company) return undefined;
  const { id } = company.row;
  const run = await ask('company.run', { id });
  return run ? { kind: 'company', id, company, run, evidence: run.evidence } : undefined;
}

/** Exports what is on screen. That it is being prepared is told no longer than it is. */
async function exportSubject(save: (subject: Subject, language: Language) => Promise<void>): Promise<void> {
  const { settings, set } = useApp.getState();
  const toast = { text: exportText[settings.language].preparing, isEdit: false };
  set({ toast });
  const subject = await subjectOnScreen();
  if (subject) await save(subject, settings.language);
  if (useApp.getState().toast === toast) set({ toast: null });
}

function figuresOf(
  evidence: readonly SiteEvidence[],
): Promise<{ evidence: SiteEvidence; analysis: SiteFigures }[]> {
  return Promise.all(evidence.map(async (one) => ({ evidence: one, analysis: await evaluate(one).figures })));
}

async function plansOf(evidence: SiteEvidence): Promise<PlanFlows[]> {
  const found = await Promise.all(plansOfSite(evidence).map((plan) => evaluatePlanFlows(evidence, plan)));
  return found.filter((plan) => plan !== null);
}

function fileName({ id, evidence }: Subject, name: string, ending: string): string {
  return fileNameOf([id, evidence[0]?.valuationMonth ?? '', name], ending);
}

async function saveSpec(spec: WorkbookSpec): Promise<void> {
  const saved = await ask('workbook.save', spec);
  if (saved) useApp.getState().set({ toast: { text: saved.path, isEdit: false } });
}

/** P30 The site with every strategy taken apart, or the company with its sums, as a workbook. */
export function exportWorkbook(): Promise<void> {
  return exportSubject(async ({ company, run, evidence }, language) => {
    const [first] = evidence;
    if (company) {
      const sites = await figuresOf(evidence);
      await saveSpec(companyWorkbook({ company, run, sites, language }));
    } else if (first) {
      const [analysis, plans, risk] = await Promise.all([
        evaluate(first).whole,
        plansOf(first),
        siteRiskOf(first),
      ]);
      if (risk) await saveSpec(siteWorkbook({ evidence: first, analysis, plans, risk, language }));
    }
  });
}

export function exportStrategies(): Promise<void> {
  return exportSubject(async (subject, language) => {
    const table = strategiesExport(await figuresOf(subject.evidence), language);
    await saveCsv(fileName(subject, exportText[language].strategiesFile, 'csv'), table);
  });
}

export function exportCashFlow(): Promise<void> {
  return exportSubject(async (subject, language) => {
    const sites = await Promise.all(
      subject.evidence.map(async (evidence) => ({ evidence, plans: await plansOf(evidence) })),
    );
    const table = cashFlowExport(sites, language);
    await saveCsv(fileName(subject, exportText[language].cashFlowFile, 'csv'), table);
  });
}

/** The same document, to the byte, as `umbau analyse` writes. */
export function exportJson(): Promise<void> {
  return exportSubject(async (subject) => {
    const sites = await Promise.all(
      subject.evidence.map(async (evidence) => ({ evidence, analysis: await evaluate(evidence).whole })),
    );
    const { kind, id } = subject;
    const text = analysisJson(analysisDocument({ kind, id }, sites));
    await saveFile({ kind: 'json', fileName: fileName(subject, '', 'json'), text });
  });
}

export async function exportBackcast(): Promise<void> {
  const { backcast, settings } = useApp.getState();
  if (backcast) await saveSpec(backcastWorkbook(backcast, settings.language));
}
