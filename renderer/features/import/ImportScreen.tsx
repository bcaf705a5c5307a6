import { useState, type ReactElement } from 'react';
import type { HistoryStep } from '../../../shared/domain/portfolio.ts';
import type { ProposedSheet } from '../../../shared/domain/sheetProposals.ts';
import type { ImportedFile, ImportPlan } from '../../../shared/domain/tableImport.ts';
import { countedText, importText } from '../../../shared/text/importText.ts';
import { countedProposals, proposalText } from '../../../shared/text/proposalText.ts';
import { useText } from '../../ui/useText.ts';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { FileStep } from './FileStep.tsx';
import { FileHead } from './FileHead.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { ProposalsStep } from './ProposalsStep.tsx';
import { SheetHead } from './SheetHead.tsx';

/** Where the analyst stands: with a table, or with an export that comes back. */
type Stage =
  | { readonly at: 'file' }
  | { readonly at: 'columns' | 'preview'; readonly file: ImportedFile; readonly plan: ImportPlan }
  | { readonly at: 'done'; readonly file: ImportedFile; readonly step: HistoryStep }
  | { readonly at: 'proposals'; readonly sheet: ProposedSheet }
  | { readonly at: 'accepted'; readonly sheet: ProposedSheet; readonly step: HistoryStep };

const tableSteps = ['file', 'columns', 'preview', 'done'] as const;
const sheetSteps = ['file', 'proposals', 'accepted'] as const;

function Head({ stage }: { readonly stage: Stage }): ReactElement {
  const { language } = useText();
  if ('sheet' in stage) return <SheetHead sheet={stage.sheet} />;
  if ('file' in stage) return <FileHead file={stage.file} plan={'plan' in stage ? stage.plan : null} />;
  return (
    <div className="head">
      <h1>{importText[language].import}</h1>
    </div>
  );
}

function Steps({ stage }: { readonly stage: Stage }): ReactElement {
  const { language } = useText();
  const t = importText[language];
  const words = {
    file: t.stepFile,
    columns: t.stepColumns,
    preview: t.stepPreview,
    done: t.stepDone,
    proposals: proposalText[language].list,
    accepted: t.stepDone,
  } as const;
  const steps: readonly Stage['at'][] = 'sheet' in stage ? sheetSteps : tableSteps;
  return (
    <ol className="import-steps" aria-label={t.steps}>
      {steps.map((name, index) => (
        <li key={name} aria-current={name === stage.at ? 'step' : undefined}>
          {index + 1} {words[name]}
        </li>
      ))}
    </ol>
  );
}

/** P24 A table becomes part of the portfolio: file, columns, preview, done. P47 An export comes back as proposals. */
export function ImportScreen(): ReactElement {
  const { language } = useText();
  const t = importText[language];
  const [stage, setStage] = useState<Stage>({ at: 'file' });
  const again = (): void => setStage({ at: 'file' });
  return (
    <div className="import">
      <Head stage={stage} />
      <Steps stage={stage} />
      {stage.at === 'file' ? (
        <FileStep
          onOpen={(file) => setStage({ at: 'columns', file, plan: file.plan })}
          onSheet={(sheet) => setStage({ at: 'proposals', sheet })}
        />
      ) : null}
      {stage.at === 'columns' ? (
        <ColumnsStep
          file={stage.file}
          plan={stage.plan}
          onChange={(plan) => setStage({ ...stage, plan })}
          onKept={(saved) => setStage({ ...stage, file: { ...stage.file, saved: [...saved] } })}
          onBack={again}
          onNext={() => setStage({ ...stage, at: 'preview' })}
        />
      ) : null}
      {stage.at === 'preview' ? (
        <PreviewStep
          plan={stage.plan}
          onPlan={(plan) => setStage({ ...stage, plan })}
          onBack={() => setStage({ ...stage, at: 'columns' })}
          onDone={(step) => setStage({ at: 'done', file: stage.file, step })}
        />
      ) : null}
      {stage.at === 'done' ? (
        <DoneStep
          sentence={countedText('done', Number(stage.step.values['count']), language, {
            name: stage.file.name === '' ? t.pasted : stage.file.name,
          })}
          step={stage.step}
          onAgain={again}
        />
      ) : null}
      {stage.at === 'proposals' ? (
        <ProposalsStep
          sheet={stage.sheet}
          onSheet={(sheet) => setStage({ ...stage, sheet })}
          onBack={again}
          onDone={(step) => setStage({ at: 'accepted', sheet: stage.sheet, step })}
        />
      ) : null}
      {stage.at === 'accepted' ? (
        <DoneStep
          sentence={countedProposals('done', Number(stage.step.values['count']), language, stage.sheet.name)}
          step={stage.step}
          onAgain={again}
        />
      ) : null}
    </div>
  );
}
