import type { ReactElement } from 'react';
import type { Identity } from '../../../shared/domain/company.ts';
import { formatPercent } from '../../../shared/format/number.ts';
import { identitySentence, shownShare } from '../../../shared/text/identityWords.ts';
import { ShareBar } from '../../ui/ShareBar.tsx';
import { useText } from '../../ui/useText.ts';

/** The bar with the class in words beside it, and what the bar rests on. */
export function IdentityBar({ identity }: { readonly identity: Identity }): ReactElement {
  const { language, text } = useText();
  const share = shownShare(identity, language);
  return (
    <span className="identity" title={identitySentence(identity, language)}>
      <ShareBar aiShare={share?.aiShare ?? null} />
      <span className={identity.class === null ? 'miss' : ''}>
        {identity.class === null ? text.unknown : text[identity.class]}
      </span>
      {share === undefined ? null : (
        <small>
          {formatPercent(share.aiShare, language, 0)} % {text.ai} ({share.measures})
        </small>
      )}
    </span>
  );
}
