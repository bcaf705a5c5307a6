import type { ReactElement } from 'react';
import type { Identity } from '../../../shared/domain/company.ts';
import { formatPercent } from '../../../shared/format/number.ts';
import { identitySentence, shownShare } from '../../../shared/text/identityWords.ts';
import { useText } from '../../ui/useText.ts';

/** AI solid, mining hatched, unknown sparse; the class in words beside it. */
export function IdentityBar({ identity }: { readonly identity: Identity }): ReactElement {
  const { language, text } = useText();
  const share = shownShare(identity, language);
  const first = share?.aiShare;
  const width = 64;
  const ai = first === undefined ? 0 : width * first;
  const hatch = Array.from({ length: 15 }, (_, index) => index * 6);
  return (
    <span className="identity" title={identitySentence(identity, language)}>
      <svg width={width} height="9" viewBox={`0 0 ${width} 9`} aria-hidden="true">
        <rect x="0.5" y="0.5" width={width - 1} height="8" fill="none" stroke="var(--line-2)" />
        {first === undefined ? null : <rect x="0" y="0" width={ai} height="9" fill="var(--ai-fill)" />}
        {hatch.map((x) => (
          <line
            key={x}
            x1={Math.max(ai, x)}
            y1={x < ai ? 9 - (ai - x) : 9}
            x2={Math.min(width, x + 9)}
            y2={Math.max(0, 9 - (Math.min(width, x + 9) - x))}
            stroke={first === undefined ? 'var(--line-2)' : 'var(--mining-fill)'}
            strokeWidth={x + 9 <= ai ? 0 : 1.4}
          />
        ))}
      </svg>
      <span className={identity.class === null ? 'miss' : ''}>
        {identity.class === null ? text.unknown : text[identity.class]}
      </span>
      {first === undefined ? null : (
        <small>
          {formatPercent(first, language, 0)} % {text.ai} ({share?.measures})
        </small>
      )}
    </span>
  );
}
