import type { ReactElement } from 'react';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { findingSentence } from '../../../shared/text/findingSentence.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { StrategyMark } from '../../briefing/Marks.tsx';
import { useText } from '../../ui/useText.ts';

/** What is remarkable about the strategies, in words; strategies with the same finding share a line. */
export function Findings({ analysis }: { readonly analysis: SiteFigures }): ReactElement | null {
  const { language, text } = useText();
  const bySentence = new Map<string, SiteFigures['strategies'][number]['kind'][]>();
  for (const { kind, findings } of analysis.strategies)
    for (const finding of findings) {
      const sentence = findingSentence(finding, language);
      bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), kind]);
    }
  if (bySentence.size === 0) return null;
  return (
    <details className="findings">
      <summary>{`${text.findings} (${bySentence.size})`}</summary>
      <ul>
        {[...bySentence].map(([sentence, kinds]) => (
          <li key={sentence}>
            {kinds.map((kind) => (
              <span key={kind}>
                <StrategyMark mark={kind} />
                {strategyNames[language][kind]}{' '}
              </span>
            ))}
            <span className="muted">{sentence}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
