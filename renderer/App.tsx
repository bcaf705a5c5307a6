import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import { formatDate } from '../shared/format/number.ts';
import { errorSentence } from '../shared/text/errorSentence.ts';
import { fill } from '../shared/text/screenText.ts';
import { HistoryScreen } from './features/history/HistoryScreen.tsx';
import { PortfolioScreen } from './features/portfolio/PortfolioScreen.tsx';
import { SettingsScreen } from './features/settings/SettingsScreen.tsx';
import { SitesScreen } from './features/sites/SitesScreen.tsx';
import { StartScreen } from './features/start/StartScreen.tsx';
import { redo, undo } from './flows/editInput.ts';
import { ask, openPortfolio, show } from './flows/navigation.ts';
import { useApp, type Screen } from './store/appStore.ts';
import { Drawer } from './ui/Drawer.tsx';
import { navigationIcons } from './ui/navigationIcons.tsx';
import { useText } from './ui/useText.ts';

// The first screen does not wait for charts and paper.
const BriefingsScreen = lazy(async () => ({
  default: (await import('./features/briefings/BriefingsScreen.tsx')).BriefingsScreen,
}));
const CompanyScreen = lazy(async () => ({
  default: (await import('./features/company/CompanyScreen.tsx')).CompanyScreen,
}));
const SiteScreen = lazy(async () => ({
  default: (await import('./features/site/SiteScreen.tsx')).SiteScreen,
}));

// Hints name the key that this system's keyboards have.
const commandKey = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl ';

const places = ['portfolio', 'sites', 'briefings', 'history', 'settings'] as const;
type Place = (typeof places)[number];

function placeOf(screen: Screen): Place {
  if (screen.name === 'company') return 'portfolio';
  return screen.name === 'site' ? 'sites' : screen.name;
}

function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
}

/** The keys of interface.md section 6 that work everywhere. */
function onKey(event: KeyboardEvent): void {
  const command = event.metaKey || event.ctrlKey;
  const key = event.key.toLowerCase();
  const place = places[Number(event.key) - 1];
  if (command && place) void show({ name: place });
  else if (command && key === ',') void show({ name: 'settings' });
  else if (command && key === 'o') void openPortfolio('file');
  else if (command && !isTyping(event) && (key === 'y' || (key === 'z' && event.shiftKey))) void redo();
  else if (command && !isTyping(event) && key === 'z') void undo();
  else if (key === '/' && !isTyping(event)) document.getElementById('filter')?.focus();
  else return;
  event.preventDefault();
}

function Navigation(): ReactElement {
  const { text } = useText();
  const screen = useApp((state) => state.screen);
  return (
    <nav className="nav" aria-label={text.navigation}>
      {places.map((place, index) => (
        <button
          key={place}
          type="button"
          aria-current={placeOf(screen) === place ? 'page' : undefined}
          title={text[place]}
          onClick={() => void show({ name: place })}
        >
          {navigationIcons[place]}
          <span>{text[place]}</span>
          <kbd aria-hidden="true">{`${commandKey}${index + 1}`}</kbd>
        </button>
      ))}
      <p className="foot">{text.offline}</p>
    </nav>
  );
}

function CurrentScreen(): ReactElement {
  const portfolio = useApp((state) => state.portfolio);
  const screen = useApp((state) => state.screen);
  if (screen.name === 'settings') return <SettingsScreen />;
  if (!portfolio) return <StartScreen />;
  switch (screen.name) {
    case 'portfolio':
      return <PortfolioScreen />;
    case 'sites':
      return <SitesScreen />;
    case 'company':
      return <CompanyScreen />;
    case 'site':
      return <SiteScreen key={screen.id} />;
    case 'briefings':
      return <BriefingsScreen />;
    case 'history':
      return <HistoryScreen />;
  }
}

function TitleBar(): ReactElement {
  const { language, text } = useText();
  const portfolio = useApp((state) => state.portfolio);
  const set = useApp((state) => state.set);
  const kind =
    portfolio?.kind === 'sampleCopy' && portfolio.sampleAsOf !== null
      ? fill(text.sample, { date: formatDate(portfolio.sampleAsOf, language) })
      : text.ownFile;
  const saveCopy = async () => {
    const saved = await ask('portfolio.saveCopy', {});
    if (saved) set({ toast: `${text.savedCopy}: ${saved.path}` });
  };
  return (
    <header className="bar">
      <span className="doc">
        {portfolio ? (
          <>
            {portfolio.fileName} <span>· {kind}</span>
          </>
        ) : (
          'Umbau'
        )}
      </span>
      <span className="grow" />
      <button type="button" className="btn quiet" onClick={() => void openPortfolio('file')}>
        {text.openFile}
      </button>
      <button type="button" className="btn quiet" onClick={() => void openPortfolio('new')}>
        {text.newFile}
      </button>
      {portfolio ? (
        <button type="button" className="btn quiet" onClick={() => void saveCopy()}>
          {text.saveCopy}
        </button>
      ) : null}
    </header>
  );
}

function Messages(): ReactElement {
  const { language, text } = useText();
  const error = useApp((state) => state.error);
  const toast = useApp((state) => state.toast);
  const set = useApp((state) => state.set);
  return (
    <>
      {error ? (
        <div className="error" role="alert">
          <b>{text.errorTitle}</b>
          <p>{errorSentence(language, error.code, error.values)}</p>
          <button type="button" className="btn" onClick={() => set({ error: null })}>
            {text.ok}
          </button>
        </div>
      ) : null}
      {toast ? (
        <div className="toast" role="status">
          <span>{toast}</span>
          <button type="button" className="btn quiet" onClick={() => void undo()}>
            {text.undo} <kbd>{`${commandKey}Z`}</kbd>
          </button>
          <button type="button" className="btn quiet" onClick={() => set({ toast: null })}>
            {text.close}
          </button>
        </div>
      ) : null}
    </>
  );
}

function StatusBar(): ReactElement {
  const { language, text } = useText();
  const portfolio = useApp((state) => state.portfolio);
  const time =
    portfolio?.lastChangeAt == null
      ? ''
      : new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { timeStyle: 'short' }).format(
          new Date(portfolio.lastChangeAt),
        );
  return (
    <footer className="status">
      {portfolio ? (
        <>
          <span>
            {text.saved} <b>{time}</b>
          </span>
          <span>
            {text.dataTo}{' '}
            <b>{portfolio.dataTo === null ? text.missing : formatDate(portfolio.dataTo, language)}</b>
          </span>
          <span>
            {text.model} <b>{portfolio.engineVersion}</b>
          </span>
        </>
      ) : null}
    </footer>
  );
}

export function App(): ReactElement {
  const settings = useApp((state) => state.settings);
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      document.documentElement.dataset['theme'] =
        settings.theme === 'system' ? (dark.matches ? 'dark' : 'light') : settings.theme;
    };
    apply();
    document.documentElement.lang = settings.language;
    document.documentElement.dataset['density'] = settings.density;
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [settings]);
  return (
    <div className="app">
      <TitleBar />
      <Navigation />
      <main className="main" tabIndex={-1}>
        <Suspense fallback={null}>
          <CurrentScreen />
        </Suspense>
      </main>
      <Drawer />
      <StatusBar />
      <Messages />
    </div>
  );
}
