import { useEffect, useMemo, useState, type ReactElement } from 'react';
import type { MomentChoices, PortfolioChanges, Span } from '../../../shared/domain/portfolioChanges.ts';
import { portfolioRow } from '../../../shared/changes/portfolioRows.ts';
import { portfolioChangesText } from '../../../shared/text/portfolioChangesText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { changesBetween, momentChoices } from '../../flows/compareMoments.ts';
import { useApp } from '../../store/appStore.ts';
import { FilterField } from '../../ui/FilterField.tsx';
import { useText } from '../../ui/useText.ts';
import { ChangesTable } from './ChangesTable.tsx';
import { MomentField } from './MomentField.tsx';
import { firstChoice, momentGroups, momentOf, type Choice } from './momentOptions.ts';
import { SiteBetween } from './SiteBetween.tsx';

type Found = PortfolioChanges | 'comparing' | 'failed';

interface Round {
  readonly span: Span | null;
  readonly found: Found;
  /** Counts comparisons, so that what rests on one is computed anew with the next. */
  readonly number: number;
}

/** Compares anew when the span changes, or when something was done or taken back. */
function useChanges(span: Span): Round {
  const [round, setRound] = useState<Round>({ span: null, found: 'comparing', number: 0 });
  useEffect(() => {
    let latest = 0;
    const compare = async () => {
      latest += 1;
      const own = latest;
      const changes = await changesBetween(span);
      if (own === latest)
        setRound(({ number }) => ({ span, found: changes ?? 'failed', number: number + 1 }));
    };
    void compare();
    const stop = useApp.subscribe((state, before) => {
      if (state.history !== before.history) void compare();
    });
    return () => {
      latest = Infinity;
      stop();
    };
  }, [span]);
  return round.span === span ? round : { ...round, found: 'comparing' };
}

function Answer({ span }: { readonly span: Span }): ReactElement {
  const { language } = useText();
  const t = portfolioChangesText[language];
  const [words, setWords] = useState('');
  const { found, number } = useChanges(span);
  const rows = useMemo(
    () => (typeof found === 'string' ? [] : found.items.map((item) => portfolioRow(item, language))),
    [found, language],
  );
  if (typeof found === 'string')
    return (
      <p className="pad" role="status">
        {found === 'comparing' ? t.comparing : t.failed}
      </p>
    );
  const { count, items, sites } = found;
  if (count === 0)
    return (
      <p className="pad" role="status">
        {t.none}
      </p>
    );
  const wanted = words.trim().toLowerCase();
  const shown = rows.filter(({ company, site, kind, what, by }) =>
    `${company} ${site} ${kind} ${what} ${by}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <p className="changes-count" role="status">
        {count === 1 ? t.countOne : fill(t.count, { count })}{' '}
        {items.length < count ? fill(t.more, { shown: items.length }) : ''}
      </p>
      <div className="filter">
        <FilterField words={words} onChange={setWords} />
        <span className="t">{t.noAuthorHint}</span>
      </div>
      <ChangesTable rows={shown} />
      {sites.length > 0 ? <SiteBetween span={span} sites={sites} round={number} /> : null}
    </>
  );
}

/** R5.24 What changed between two moments, net, and what it does to the results of a site. */
export function ChangesPanel(): ReactElement {
  const { language } = useText();
  const t = portfolioChangesText[language];
  const steps = useApp((state) => state.history);
  const [known, setKnown] = useState<MomentChoices | null>(null);
  const [from, setFrom] = useState<Choice | null>(null);
  const [to, setTo] = useState<Choice>({ kind: 'now' });
  useEffect(() => {
    void momentChoices().then((choices) => {
      setKnown(choices);
      setFrom(firstChoice(choices));
    });
  }, []);
  const span = useMemo(() => {
    const [earlier, later] = [from && momentOf(from, 'from'), momentOf(to, 'to')];
    return earlier && later ? { from: earlier, to: later } : null;
  }, [from, to]);
  if (!known || !from) return <></>;
  const groups = (end: 'from' | 'to', chosen: Choice) =>
    momentGroups({ ...known, steps }, end, chosen, language);
  return (
    <div className="changes">
      <div className="moments">
        <MomentField label={t.from} groups={groups('from', from)} chosen={from} onChange={setFrom} />
        <MomentField label={t.to} groups={groups('to', to)} chosen={to} onChange={setTo} />
      </div>
      {span ? <Answer span={span} /> : null}
    </div>
  );
}
