import type { BriefingContent } from '../../shared/briefing/briefingContent.ts';

const quoted = (text: string): string => `"${text.replaceAll('\\', '').replaceAll('"', '\u201d')}"`;

/** Head and foot of every page as margin boxes; a constructed sheet, since the policy forbids inline styles. */
export function pageFooterSheet(content: BriefingContent): CSSStyleSheet {
  const { footer } = content;
  const left = [
    footer.draft,
    footer.sample,
    footer.version,
    footer.run,
    footer.seed,
    footer.dataHash,
    footer.asOf,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
  const style = 'font: 7pt/9pt "PlexPrint"; color: #5f6c68;';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page {
    @top-left { content: ${quoted(content.subject)}; ${style} vertical-align: bottom; padding-bottom: 4mm; white-space: nowrap; }
    @bottom-left { content: ${quoted(left)}; ${style} width: 148mm; vertical-align: top; padding-top: 3mm; text-align: left; }
    @bottom-right { content: ${quoted(`${footer.pageWord} `)} counter(page) ${quoted(` ${footer.ofWord} `)} counter(pages); ${style} vertical-align: top; padding-top: 3mm; white-space: nowrap; }
  }`);
  return sheet;
}
