import { useState, type ReactElement } from 'react';
import type { HistoryStep } from '../../../shared/domain/portfolio.ts';
import type { ImportedFile, ImportPlan } from '../../../shared/domain/tableImport.ts';
import { importText } from '../../../shared/text/importText.ts';
import { useText } from '../../ui/useText.ts';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { FileStep } from './FileStep.tsx';
import { FileHead } from './FileHead.tsx';
import { PreviewStep } from './PreviewStep.tsx';

const steps = ['stepFile', 'stepColumns', 'stepPreview', 'stepDone'] as const;

/** Where the analyst stands. */
type Stage =
  | { readonly at: 0 }
  | { readonly at: 1 | 2; readonly file: ImportedFile; readonly plan: ImportPlan }
  | { readonly at: 3; readonly file: ImportedFile; readonly step: HistoryStep };

/** P24 A table becomes part of the portfolio: file, columns, preview, done. */
export function ImportScreen(): ReactElement {
  const { language } = useText();
  const t = importText[language];
  const [stage, setStage] = useState<Stage>({ at: 0 });
  return (
    <div className="import">
      {stage.at === 0 ? (
        <div className="head">
          <h1>{t.import}</h1>
        </div>
      ) : (
        <FileHead file={stage.file} plan={stage.at === 3 ? null : stage.plan} />
      )}
      <ol className="import-steps" aria-label={t.steps}>
        {steps.map((name, index) => (
          <li key={name} aria-current={index === stage.at ? 'step' : undefined}>
            {index + 1} {t[name]}
          </li>
        ))}
      </ol>
      {stage.at === 0 ? <FileStep onOpen={(file) => setStage({ at: 1, file, plan: file.plan })} /> : null}
      {stage.at === 1 ? (
        <ColumnsStep
          file={stage.file}
          plan={stage.plan}
          onChange={(plan) => setStage({ ...stage, plan })}
          onKept={(saved) => setStage({ ...stage, file: { ...stage.file, saved: [...saved] } })}
          onBack={() => setStage({ at: 0 })}
          onNext={() => setStage({ ...stage, at: 2 })}
        />
      ) : null}
      {stage.at === 2 ? (
        <PreviewStep
          plan={stage.plan}
          onBack={() => setStage({ ...stage, at: 1 })}
          onDone={(step) => setStage({ at: 3, file: stage.file, step })}
        />
      ) : null}
      {stage.at === 3 ? (
        <DoneStep file={stage.file} step={stage.step} onAgain={() => setStage({ at: 0 })} />
      ) : null}
    </div>
  );
}
