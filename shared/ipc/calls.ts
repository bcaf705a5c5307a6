import { z } from 'zod';
import { BriefingContent } from '../briefing/briefingContent.ts';
import { AttachmentOwner, Provenance } from '../domain/attachment.ts';
import { BackcastPage } from '../domain/backcast.ts';
import { BackupList, UpgradeReport } from '../domain/backup.ts';
import { BriefingOrder, BriefingSummary, PrintedBriefing } from '../domain/briefing.ts';
import { ClaimsFacts } from '../domain/claims.ts';
import { CompanyRow } from '../domain/company.ts';
import { DifficultyChoiceBody } from '../domain/difficulty.ts';
import { Encrypted, EncryptionState, Password, Secret } from '../domain/encryption.ts';
import { SiteEvidenceSchema } from '../domain/evidence.ts';
import { GridRow, GridSubject, GridWrite } from '../domain/gridEdit.ts';
import { FigureEdit, RecordDetail, RecordEdit, recordKinds } from '../domain/records.ts';
import { AsicModel } from '../domain/fleet.ts';
import { GpuPriceObservation } from '../domain/gpuPrices.ts';
import { KeptRun, KeptRunDetail, ObservedMonthSchema, RunToKeep } from '../domain/monteCarlo.ts';
import { ObservedRangeSchema } from '../domain/risk.ts';
import { OwnPlanBody } from '../domain/ownPlan.ts';
import { IssuedRun } from '../domain/issuedRun.ts';
import { MomentChoices, PortfolioChanges, Span } from '../domain/portfolioChanges.ts';
import { HistoryStep, PortfolioInfo, PortfolioSetting, RecentFile, Settings } from '../domain/portfolio.ts';
import { ScenarioBody, ScenarioRecord } from '../domain/scenario.ts';
import { Fault } from '../domain/fault.ts';
import {
  ImportedFile,
  ImportPlan,
  ImportPreview,
  Outcome,
  RowChoice,
  SavedImport,
} from '../domain/tableImport.ts';
import { SourceDetail, SourceEdit, SourceRow } from '../domain/source.ts';
import { WorkbookSpec } from '../workbook/workbookSpec.ts';
import { CompanyDetail, SiteDetail, SiteRow } from '../domain/site.ts';
import { SavedFile } from './savedFile.ts';
import { Proposal, ProposalChoice, ProposalOutcome, ProposedSheet } from '../domain/sheetProposals.ts';

const Nothing = z.strictObject({});
const Id = z.string().min(1).max(200);
const NamedFault = { id: z.string().max(500), code: Fault.shape.code, name: z.string().max(500) };
const Written = z.strictObject({ path: z.string(), bytes: z.number().int() });

/** Every call between page and main, with what it takes and answers. Nothing is transformed: what is sent arrives. */
export const calls = {
  'app.info': {
    request: Nothing,
    response: z.strictObject({
      host: z.enum(['electron', 'chromium']),
      platform: z.enum(['mac', 'windows', 'linux']),
      appVersion: z.string(),
      engineVersion: z.string(),
      locale: z.string(),
    }),
  },
  'portfolio.current': { request: Nothing, response: PortfolioInfo.nullable() },
  'portfolio.openSample': { request: Nothing, response: PortfolioInfo },
  'portfolio.create': { request: Nothing, response: PortfolioInfo.nullable() },
  /** Without a path the host asks for a file; null when the question is cancelled. */
  'portfolio.open': {
    request: z.strictObject({ path: z.string().nullable() }),
    response: PortfolioInfo.nullable(),
  },
  'portfolio.saveCopy': { request: Nothing, response: z.strictObject({ path: z.string() }).nullable() },
  /** P23 What opening an older file did to it; null where it was of the newest schema. */
  'portfolio.upgrade': { request: Nothing, response: UpgradeReport.nullable() },
  /** Of the open portfolio, or of a file that may be damaged or gone. */
  'backup.list': { request: z.strictObject({ path: z.string().nullable() }), response: BackupList },
  /** The first call of a day writes the daily one. `path` is null where nothing had changed. */
  'backup.write': {
    request: z.strictObject({ reason: z.enum(['daily', 'byHand']) }),
    response: z.strictObject({ path: z.string().nullable() }),
  },
  /** Replaces the portfolio by a listed backup, keeps what was there, and opens it. */
  'backup.restore': {
    request: z.strictObject({ path: z.string().nullable(), id: z.string().max(600) }),
    response: PortfolioInfo,
  },
  /** P30 The whole portfolio; asks where to save; null when cancelled. */
  'portfolio.export': {
    request: z.strictObject({ form: z.enum(['json', 'csv', 'xlsx']) }),
    response: Written.nullable(),
  },
  'portfolio.cleanCopy': {
    request: z.strictObject({ withoutBriefings: z.boolean() }),
    response: z.strictObject({ path: z.string(), filesLeftOut: z.number().int() }).nullable(),
  },
  /** P3 The day that counts as today, or how old a kind of figure may be. */
  'portfolio.set': { request: PortfolioSetting, response: HistoryStep },
  'portfolio.recent': { request: Nothing, response: z.array(RecentFile) },
  /** Takes a file that is gone off the list. */
  'portfolio.forget': {
    request: z.strictObject({ path: z.string() }),
    response: z.array(RecentFile),
  },
  'portfolio.showFolder': { request: z.strictObject({ path: z.string() }), response: Nothing },
  'company.list': { request: Nothing, response: z.array(CompanyRow) },
  'company.read': { request: z.strictObject({ id: Id }), response: CompanyDetail },
  /** Evidence of all sites of a company, under one run. */
  'company.run': {
    request: z.strictObject({ id: Id }),
    response: z.strictObject({
      runId: z.string(),
      seed: z.number().int(),
      dataHash: z.string(),
      evidence: z.array(SiteEvidenceSchema),
    }),
  },
  'site.list': { request: Nothing, response: z.array(SiteRow) },
  'site.read': { request: z.strictObject({ id: Id }), response: SiteDetail },
  'site.evidence': { request: z.strictObject({ id: Id }), response: SiteEvidenceSchema },
  /** Evidence of some sites: a whole portfolio is asked for in parts, so that no answer grows without bound. */
  'site.evidenceOf': {
    request: z.strictObject({ ids: z.array(Id).max(50) }),
    response: z.array(SiteEvidenceSchema),
  },
  /** P61 What the claims rest on besides the sites and companies. */
  'claims.read': { request: Nothing, response: ClaimsFacts },
  /** P31 Faults in the data of some companies or sites, or of the market: a portfolio is asked for in parts. */
  'health.part': {
    request: z.strictObject({ kind: z.enum(['market', 'companies', 'sites']), ids: z.array(Id).max(50) }),
    response: z.array(Fault),
  },
  /** Puts a fault aside until the data behind its hash change. */
  'health.dismiss': {
    request: z.strictObject({ ...NamedFault, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    response: HistoryStep,
  },
  'health.reopen': { request: z.strictObject(NamedFault), response: HistoryStep },
  /** P63 The engine beside what was reported. */
  'backcast.read': { request: Nothing, response: BackcastPage },
  /** P42 Observed prices of GPU-hours with their sources. */
  'backcast.gpuPrices': { request: Nothing, response: z.array(GpuPriceObservation) },
  /** R7.1a What the market months of the portfolio span. */
  'risk.observed': { request: Nothing, response: z.array(ObservedRangeSchema) },
  /** R7.2 Kept runs of a site, the newest first; one with all it follows from; another to be kept. */
  'monteCarlo.list': { request: z.strictObject({ siteId: Id }), response: z.array(KeptRun) },
  'monteCarlo.read': { request: z.strictObject({ id: Id }), response: KeptRunDetail },
  /** The newest kept run of the very same data, for a briefing; null where none is kept. */
  'monteCarlo.ofData': {
    request: z.strictObject({ siteId: Id, dataHash: z.string().max(100) }),
    response: KeptRunDetail.nullable(),
  },
  /** R7.2o Consecutive market months with price and hash rate, the newest last. */
  'monteCarlo.months': { request: Nothing, response: z.array(ObservedMonthSchema) },
  'monteCarlo.keep': { request: RunToKeep, response: KeptRun },
  'monteCarlo.remove': { request: z.strictObject({ id: Id }), response: HistoryStep },
  'input.set': {
    request: z.strictObject({ siteId: Id, key: Id, value: z.number(), note: z.string().nullable() }),
    response: HistoryStep,
  },
  'input.clear': { request: z.strictObject({ siteId: Id, key: Id }), response: HistoryStep },
  'record.read': {
    request: z.strictObject({ kind: z.enum(recordKinds), id: Id }),
    response: RecordDetail,
  },
  'record.save': { request: RecordEdit, response: z.strictObject({ step: HistoryStep, id: z.string() }) },
  'record.duplicate': {
    request: z.strictObject({ kind: z.enum(recordKinds), id: Id }),
    response: z.strictObject({ step: HistoryStep, id: z.string() }),
  },
  'record.remove': { request: z.strictObject({ kind: z.enum(recordKinds), id: Id }), response: HistoryStep },
  /** Models that the form of a fleet proposes. */
  'fleet.models': { request: Nothing, response: z.array(AsicModel) },
  'figure.save': { request: FigureEdit, response: z.strictObject({ step: HistoryStep, id: z.string() }) },
  /** P55 One of several values of a fact is used. */
  'figure.choose': { request: z.strictObject({ id: Id }), response: HistoryStep },
  /** It stays visible among the values of its fact, and is used no more. */
  'figure.setAside': { request: z.strictObject({ id: Id }), response: HistoryStep },
  'figure.remove': { request: z.strictObject({ id: Id }), response: HistoryStep },
  /** P5 Where a number comes from: by its own id, or by the input of a site; null where no record holds it. */
  'provenance.read': {
    request: z.strictObject({ id: Id, siteId: Id.nullable() }),
    response: Provenance.nullable(),
  },
  /** Asks for a file and attaches it; null when cancelled. */
  'attachment.add': { request: AttachmentOwner, response: HistoryStep.nullable() },
  /** Hands an attached file out, byte for byte: asks where to save; null when cancelled. */
  'attachment.save': { request: z.strictObject({ id: Id }), response: Written.nullable() },
  'attachment.remove': { request: z.strictObject({ id: Id }), response: HistoryStep },
  /** A list whose cells are edited in place: sites, contracts, instruments or figures of one company or site. */
  'grid.read': { request: GridSubject, response: z.array(GridRow) },
  /** Stores cells and new rows as one step. */
  'grid.write': { request: GridWrite, response: HistoryStep },
  'source.list': { request: Nothing, response: z.array(SourceRow) },
  'source.read': { request: z.strictObject({ id: Id }), response: SourceDetail },
  'source.save': { request: SourceEdit, response: z.strictObject({ step: HistoryStep, id: z.string() }) },
  /** What cites one source cites the other from now on. */
  'source.merge': { request: z.strictObject({ from: Id, into: Id }), response: HistoryStep },
  /** Refused where something cites it. */
  'source.remove': { request: z.strictObject({ id: Id }), response: HistoryStep },
  /** R2.5a Null takes the choice back: the hash rate responds again. */
  'market.setDifficulty': {
    request: z.strictObject({ siteId: Id, choice: DifficultyChoiceBody.nullable() }),
    response: HistoryStep,
  },
  'plan.create': {
    request: z.strictObject({ siteId: Id, plan: OwnPlanBody }),
    response: z.strictObject({ step: HistoryStep, id: z.string() }),
  },
  'plan.save': { request: z.strictObject({ siteId: Id, id: Id, plan: OwnPlanBody }), response: HistoryStep },
  'plan.remove': { request: z.strictObject({ siteId: Id, id: Id }), response: HistoryStep },
  /** Powers are scaled by the sites' grid power. */
  'plan.copy': {
    request: z.strictObject({ siteId: Id, id: Id, toSiteId: Id }),
    response: z.strictObject({ step: HistoryStep, id: z.string() }),
  },
  /** P12 Ready scenarios and the analyst's own, and the one in which the portfolio is computed. */
  'scenario.list': {
    request: Nothing,
    response: z.strictObject({ activeId: z.string(), scenarios: z.array(ScenarioRecord) }),
  },
  'scenario.create': {
    request: z.strictObject({ act: z.enum(['create', 'clone', 'open']), scenario: ScenarioBody }),
    response: z.strictObject({ step: HistoryStep, id: z.string() }),
  },
  'scenario.save': { request: z.strictObject({ id: Id, scenario: ScenarioBody }), response: HistoryStep },
  'scenario.remove': { request: z.strictObject({ id: Id }), response: HistoryStep },
  /** R7.3 From now on everything is computed in this scenario. */
  'scenario.choose': { request: z.strictObject({ id: Id }), response: HistoryStep },
  /** Evidence of some sites in any scenario, for a comparison. */
  'scenario.evidence': {
    request: z.strictObject({ ids: z.array(Id).max(50), scenarioId: Id }),
    response: z.array(SiteEvidenceSchema),
  },
  'history.list': { request: Nothing, response: z.array(HistoryStep) },
  'history.undo': { request: Nothing, response: HistoryStep },
  'history.redo': { request: Nothing, response: HistoryStep },
  'changes.moments': { request: Nothing, response: MomentChoices },
  /** Asks for another file of the same portfolio; null when cancelled. */
  'changes.chooseFile': { request: Nothing, response: z.strictObject({ path: z.string() }).nullable() },
  /** R5.24 What changed between two moments of the portfolio. */
  'changes.between': { request: Span, response: PortfolioChanges },
  /** The evidence of a site at both moments. */
  'changes.site': {
    request: z.strictObject({ span: Span, siteId: Id }),
    response: z.strictObject({ before: SiteEvidenceSchema, after: SiteEvidenceSchema }),
  },
  /** P34 Whether the open portfolio is encrypted. */
  'encryption.state': { request: Nothing, response: EncryptionState },
  /** Remembers what opens a file until the lock. */
  'encryption.unlock': {
    request: z.strictObject({ path: z.string().min(1), secret: Secret }),
    response: Nothing,
  },
  /** Encrypts the portfolio and its backups, or gives them another password. */
  'encryption.switchOn': { request: z.strictObject({ password: Password }), response: Encrypted },
  'encryption.switchOff': { request: Nothing, response: Nothing },
  /** Asks where to save; null when cancelled. */
  'encryption.saveCopy': {
    request: z.strictObject({ password: Password }),
    response: Encrypted.nullable(),
  },
  /** Prints the sheet of a key that was just made. */
  'encryption.saveSheet': {
    request: z.strictObject({ path: z.string(), recoveryKey: z.string().max(200) }),
    response: Written.nullable(),
  },
  /** Closes the portfolio and forgets every key. */
  'encryption.lock': { request: Nothing, response: Nothing },
  /** The file that was locked, or that could not be opened at the start without its password. */
  'encryption.waiting': { request: Nothing, response: z.strictObject({ path: z.string().nullable() }) },
  /** P24 Reads a pasted block, or asks for a file; null when cancelled. P47 An export that comes back proposes changes. */
  'import.open': {
    request: z.strictObject({ text: z.string().max(50_000_000).nullable() }),
    response: z.union([ImportedFile, ProposedSheet]).nullable(),
  },
  /** What rows of one outcome, or all, would do; null where another question came first or it was cancelled. */
  'import.preview': {
    request: z.strictObject({
      plan: ImportPlan,
      only: Outcome.nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1_000),
    }),
    response: ImportPreview.nullable(),
  },
  /** What was refused, with reasons: asks where to save; null when cancelled. */
  'import.saveRejects': { request: z.strictObject({ plan: ImportPlan }), response: Written.nullable() },
  /** Null when cancelled: nothing is written then. */
  'import.run': {
    request: z.strictObject({ plan: ImportPlan, choices: z.array(RowChoice).max(1_000_000) }),
    response: HistoryStep.nullable(),
  },
  'import.progress': {
    request: Nothing,
    response: z.strictObject({
      phase: z.enum(['idle', 'reading', 'writing']),
      done: z.number().int(),
      of: z.number().int(),
    }),
  },
  'import.cancel': { request: Nothing, response: Nothing },
  /** Keeps a mapping for files with the same heads; answers all that are kept. */
  'import.keep': { request: SavedImport, response: z.array(SavedImport) },
  /** P47 What an export that was opened proposes now: the portfolio may have changed meanwhile. */
  'sheet.proposals': {
    request: z.strictObject({
      only: ProposalOutcome.nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1_000),
    }),
    response: z.strictObject({ sheet: ProposedSheet, proposals: z.array(Proposal) }),
  },
  /** Writes what is accepted as one step; refused where the list is not the one that `state` names. */
  'sheet.accept': {
    request: z.strictObject({ choice: ProposalChoice, state: z.string().max(100) }),
    response: HistoryStep,
  },
  'briefing.list': { request: Nothing, response: z.array(BriefingSummary) },
  'briefing.read': { request: z.strictObject({ id: Id }), response: BriefingContent },
  /** P44 An issued briefing with what it rested on: by its id, or the last of a subject; null where none was issued. */
  'briefing.issuedRun': {
    request: z.union([
      z.strictObject({ briefingId: Id }),
      z.strictObject({ subjectKind: z.enum(['company', 'site']), subjectId: Id }),
    ]),
    response: IssuedRun.nullable(),
  },
  /** Asks where to save; null when cancelled. */
  'workbook.save': { request: WorkbookSpec, response: Written.nullable() },
  /** P30 A table, an analysis or a picture: asks where to save; null when cancelled. */
  'file.save': { request: SavedFile, response: Written.nullable() },
  /** Asks where to save, prints, and freezes the briefing when it is issued; null when cancelled. */
  'briefing.print': { request: BriefingOrder, response: PrintedBriefing.nullable() },
  /** Prints a frozen briefing again from its stored values. */
  'briefing.reprint': { request: z.strictObject({ id: Id }), response: PrintedBriefing.nullable() },
  'settings.read': { request: Nothing, response: Settings },
  'settings.write': { request: Settings, response: Settings },
} as const satisfies Record<string, { request: z.ZodType; response: z.ZodType }>;

export type Channel = keyof typeof calls;
export type Request<C extends Channel> = z.infer<(typeof calls)[C]['request']>;
export type Response<C extends Channel> = z.infer<(typeof calls)[C]['response']>;
