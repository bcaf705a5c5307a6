import type { ReactElement } from 'react';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { openAsScenario } from '../../flows/openAsScenario.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

/** P12 Keeps a result row as a scenario that reproduces it exactly. */
export function OpenAsScenario({
  analysis,
  name,
}: {
  readonly analysis: SiteFigures;
  readonly name: string;
}): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const evidence = useApp((state) => state.evidence);
  const label = fill(t.openRow, { name });
  return (
    <button
      type="button"
      className="link beside-name"
      aria-label={label}
      title={label}
      onClick={() => {
        if (evidence) void openAsScenario(evidence, analysis, name);
      }}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path
          d="M6 3H3v10h10v-3M9 2.500h4.500V7M13.500 2.500L8 8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
        />
      </svg>
    </button>
  );
}
