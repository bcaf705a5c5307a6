import { create } from 'zustand';
import type { z } from 'zod';
import type { SourceRecord } from '../../shared/domain/attachment.ts';
import type { BackcastPage } from '../../shared/domain/backcast.ts';
import type { UpgradeReport } from '../../shared/domain/backup.ts';
import type { ClaimsFacts } from '../../shared/domain/claims.ts';
import type { CompanyRow } from '../../shared/domain/company.ts';
import type { Encrypted } from '../../shared/domain/encryption.ts';
import type { Fault } from '../../shared/domain/fault.ts';
import type { Effects } from '../../shared/health/sortFaults.ts';
import type { Figure } from '../../shared/domain/figure.ts';
import type { GpuPriceObservation } from '../../shared/domain/gpuPrices.ts';
import type { HistoryStep, PortfolioInfo, Settings } from '../../shared/domain/portfolio.ts';
import type { ScenarioRecord } from '../../shared/domain/scenario.ts';
import type { RecordKind } from '../../shared/domain/records.ts';
import type { CompanyDetail, SiteDetail, SiteRow } from '../../shared/domain/site.ts';
import type { CompanyAlliance } from '../../shared/engine/analysis/companyAlliance.ts';
import type { CompanyFigures } from '../../shared/engine/analysis/companyFigures.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { PlanComparison } from '../../shared/engine/analysis/comparePlans.ts';
import type { PlanFlows, PlanRef } from '../../shared/engine/analysis/planFlows.ts';
import type { AnalysisFlip, SiteFigures, SiteViews } from '../../shared/engine/analysis/siteAnalysis.ts';
import type { InputKey } from '../../shared/engine/analysis/inputTable.ts';
import type { CompanySubject } from '../../shared/engine/explain/companyCalculation.ts';
import type { CalculationSubject } from '../../shared/engine/explain/planCalculation.ts';
import type { TotalSubject } from '../../shared/engine/explain/totalCalculation.ts';
import type { SiteTrial } from '../../shared/engine/claims/siteTrial.ts';
import type { CallError } from '../../shared/ipc/result.ts';

export type SettingsValue = z.infer<typeof Settings>;

export type Screen =
  | { readonly name: 'portfolio' }
  | { readonly name: 'sites' }
  | { readonly name: 'company'; readonly id: string }
  | { readonly name: 'site'; readonly id: string }
  | { readonly name: 'backcast' }
  | { readonly name: 'claims' }
  | { readonly name: 'health' }
  | { readonly name: 'briefings' }
  | { readonly name: 'history' }
  | { readonly name: 'scenarios' }
  | { readonly name: 'import' }
  | { readonly name: 'sources' }
  | { readonly name: 'settings' }
  /** Of the open portfolio, or of a file by its path that cannot be opened. */
  | { readonly name: 'backups'; readonly path: string | null };

/** What the drawer tells of one number: a figure of the portfolio, an input of a site, or a result. */
export interface DrawerContent {
  readonly title: string;
  readonly figure: Figure;
  readonly display: string;
  /** A computed number names its rule and what it rests on. */
  readonly computed?: { readonly rule: string; readonly restsOn: string };
  /** Of a result, a sum or a derived input: the number that the calculation starts from. */
  readonly calculation?: CalculationRequest;
}

/** A number whose calculation is shown, by what it is a number of. */
export type CalculationRequest = {
  /** What the number is called where it was asked for. */
  readonly title: string;
} & (
  | { readonly of: 'plan'; readonly plan: PlanRef; readonly subject: CalculationSubject }
  | { readonly of: 'input'; readonly key: InputKey }
  | { readonly of: 'company'; readonly subject: CompanySubject }
  | { readonly of: 'total'; readonly subject: TotalSubject }
);

/** P61 The claims' facts, and the sites computed so far of all there are. */
export interface ClaimsRun {
  readonly facts: ClaimsFacts;
  readonly trials: readonly SiteTrial[];
  readonly siteIds: readonly string[];
  readonly state: 'running' | 'cancelled' | 'done';
}

/** P12 One scenario of a comparison, computed. */
export interface ScenarioOutcome {
  readonly scenarioId: string;
  readonly evidence: readonly SiteEvidence[];
  readonly figures: readonly SiteFigures[];
  /** Of a company. */
  readonly sums: CompanyFigures | null;
}

/** P12 Two to six scenarios side by side at one site or company, as far as they are computed. */
export interface ScenarioComparison {
  readonly subject: { readonly kind: 'company' | 'site'; readonly id: string };
  readonly scenarioIds: readonly string[];
  readonly outcomes: readonly ScenarioOutcome[];
  readonly state: 'running' | 'stopped' | 'done';
}

/** The form that is open: a record or a figure, new where it has no id or figure. */
export type Entry =
  | {
      readonly what: 'record';
      readonly kind: RecordKind;
      readonly id: string | null;
      readonly companyId: string | null;
      readonly siteId: string | null;
    }
  | {
      readonly what: 'figure';
      readonly subjectKind: 'company' | 'site';
      readonly subjectId: string;
      readonly figure: Figure | null;
    }
  | { readonly what: 'source'; readonly source: SourceRecord | null }
  | { readonly what: 'merge'; readonly source: SourceRecord };

/** P31 The faults found so far, and what they do to results as far as it is computed. */
export interface HealthRun {
  readonly faults: readonly Fault[];
  /** Subjects checked, of all there are. */
  readonly checked: number;
  readonly all: number;
  readonly effects: Effects;
  /** Effects are computed only while somebody looks at them. */
  readonly state: 'checking' | 'checked' | 'computing' | 'stopped' | 'done';
}

export interface Unlocking {
  readonly path: string;
  readonly done: (isOpen: boolean) => void;
}

interface AppState {
  /** Whether the first answers are in: until then nothing is said about a file being open. */
  readonly isStarted: boolean;
  readonly screen: Screen;
  readonly settings: SettingsValue;
  readonly portfolio: PortfolioInfo | null;
  readonly companies: readonly CompanyRow[];
  readonly sites: readonly SiteRow[];
  /** P12 Empty until they are read, after the first painting. */
  readonly scenarios: readonly ScenarioRecord[];
  readonly company: CompanyDetail | null;
  readonly site: SiteDetail | null;
  readonly evidence: SiteEvidence | null;
  readonly analysis: SiteFigures | null;
  /** What is answered beside the figures; null until it is. */
  readonly views: SiteViews | null;
  /** Null until they are found: "none" is an answer, "not yet" is not. */
  readonly flips: readonly AnalysisFlip[] | null;
  /** The plan taken apart on the cash flow tab. */
  readonly planFlows: { readonly plan: PlanRef; readonly flows: PlanFlows | null } | null;
  readonly comparison: PlanComparison | null;
  /** Sums over the sites of the company on screen; null until they are computed. */
  readonly companyFigures: CompanyFigures | null;
  /** R5.23 Null until it is computed, and where there is none. */
  readonly companyAlliance: CompanyAlliance | null;
  readonly scenarioComparison: ScenarioComparison | null;
  /** What those sums rest on. */
  readonly companyEvidence: readonly SiteEvidence[] | null;
  readonly backcast: BackcastPage | null;
  /** Observed prices of GPU-hours; null until they are asked for. */
  readonly gpuPrices: readonly GpuPriceObservation[] | null;
  readonly claims: ClaimsRun | null;
  /** Null until the first check has begun. */
  readonly health: HealthRun | null;
  readonly history: readonly HistoryStep[];
  readonly drawer: DrawerContent | null;
  readonly entry: Entry | null;
  readonly calculation: CalculationRequest | null;
  /** P23 What opening an older file did to it, until it was read. */
  readonly upgrade: UpgradeReport | null;
  readonly asksCleanCopy: boolean;
  /** P45 The input that was searched for, until another tab or site is looked at. */
  readonly soughtInput: string | null;
  /** P45 The rule of the model whose text is shown. */
  readonly shownRule: string | null;
  /** P34 A file that waits for its password, and who waits for it. */
  readonly unlocking: Unlocking | null;
  readonly passwordFor: 'on' | 'change' | 'copy' | null;
  /** The recovery key of a file that was just encrypted. */
  readonly keyToKeep: Encrypted | null;
  readonly error: CallError | null;
  /** Only an edit can be taken back from its message; a saved file cannot. */
  readonly toast: { readonly text: string; readonly isEdit: boolean } | null;
  set(change: Partial<Omit<AppState, 'set'>>): void;
}

/** State only; what takes time is a flow. */
export const useApp = create<AppState>((set) => ({
  isStarted: false,
  screen: { name: 'portfolio' },
  settings: {
    language: 'en',
    theme: 'system',
    density: 'normal',
    author: '',
    letterKeys: true,
    lockAfterMinutes: 15,
  },
  portfolio: null,
  companies: [],
  sites: [],
  scenarios: [],
  company: null,
  site: null,
  evidence: null,
  analysis: null,
  views: null,
  flips: null,
  planFlows: null,
  comparison: null,
  companyFigures: null,
  scenarioComparison: null,
  companyEvidence: null,
  companyAlliance: null,
  backcast: null,
  gpuPrices: null,
  claims: null,
  health: null,
  history: [],
  drawer: null,
  entry: null,
  calculation: null,
  upgrade: null,
  asksCleanCopy: false,
  soughtInput: null,
  shownRule: null,
  unlocking: null,
  passwordFor: null,
  keyToKeep: null,
  error: null,
  toast: null,
  set: (change) => set(change),
}));
