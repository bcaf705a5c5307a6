import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { PortfolioScreen } from './features/portfolio/PortfolioScreen.tsx';
import { StartScreen } from './features/start/StartScreen.tsx';
import { CommandPalette } from './shell/CommandPalette.tsx';
import { Navigation } from './shell/Navigation.tsx';
import { shellKeys } from './shell/shellKeys.ts';
import { StatusBar } from './shell/StatusBar.tsx';
import { TitleBar } from './shell/TitleBar.tsx';
import { useApp } from './store/appStore.ts';

// The first screen waits for no other, nor for what is shown only when asked for.
const Drawer = lazy(async () => ({ default: (await import('./ui/Drawer.tsx')).Drawer }));
const Messages = lazy(async () => ({ default: (await import('./shell/Messages.tsx')).Messages }));
const BackupsScreen = lazy(async () => ({
  default: (await import('./features/backups/BackupsScreen.tsx')).BackupsScreen,
}));
const UpgradeDialog = lazy(async () => ({
  default: (await import('./features/backups/UpgradeDialog.tsx')).UpgradeDialog,
}));
const CleanCopyDialog = lazy(async () => ({
  default: (await import('./features/portfolio/CleanCopyDialog.tsx')).CleanCopyDialog,
}));
const BackcastScreen = lazy(async () => ({
  default: (await import('./features/backcast/BackcastScreen.tsx')).BackcastScreen,
}));
const BriefingsScreen = lazy(async () => ({
  default: (await import('./features/briefings/BriefingsScreen.tsx')).BriefingsScreen,
}));
const CalculationPanel = lazy(async () => ({
  default: (await import('./features/calculation/CalculationPanel.tsx')).CalculationPanel,
}));
const ClaimsScreen = lazy(async () => ({
  default: (await import('./features/claims/ClaimsScreen.tsx')).ClaimsScreen,
}));
const CompanyScreen = lazy(async () => ({
  default: (await import('./features/company/CompanyScreen.tsx')).CompanyScreen,
}));
const EntryHost = lazy(async () => ({
  default: (await import('./features/entry/EntryHost.tsx')).EntryHost,
}));
const EncryptionDialogs = lazy(async () => ({
  default: (await import('./features/encryption/EncryptionDialogs.tsx')).EncryptionDialogs,
}));
const RuleDialog = lazy(async () => ({
  default: (await import('./shell/palette/RuleDialog.tsx')).RuleDialog,
}));
const HealthScreen = lazy(async () => ({
  default: (await import('./features/health/HealthScreen.tsx')).HealthScreen,
}));
const HistoryScreen = lazy(async () => ({
  default: (await import('./features/history/HistoryScreen.tsx')).HistoryScreen,
}));
const ImportScreen = lazy(async () => ({
  default: (await import('./features/import/ImportScreen.tsx')).ImportScreen,
}));
const ScenariosScreen = lazy(async () => ({
  default: (await import('./features/scenarios/ScenariosScreen.tsx')).ScenariosScreen,
}));
const SourcesScreen = lazy(async () => ({
  default: (await import('./features/sources/SourcesScreen.tsx')).SourcesScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('./features/settings/SettingsScreen.tsx')).SettingsScreen,
}));
const SitesScreen = lazy(async () => ({
  default: (await import('./features/sites/SitesScreen.tsx')).SitesScreen,
}));
const SiteScreen = lazy(async () => ({
  default: (await import('./features/site/SiteScreen.tsx')).SiteScreen,
}));

function CurrentScreen(): ReactElement | null {
  const portfolio = useApp((state) => state.portfolio);
  const screen = useApp((state) => state.screen);
  const isStarted = useApp((state) => state.isStarted);
  if (!isStarted) return null;
  if (screen.name === 'settings') return <SettingsScreen />;
  // A file that cannot be opened has backups, too.
  if (screen.name === 'backups' && (portfolio || screen.path !== null))
    return <BackupsScreen path={screen.path} />;
  if (!portfolio || screen.name === 'backups') return <StartScreen />;
  switch (screen.name) {
    case 'portfolio':
      return <PortfolioScreen />;
    case 'sites':
      return <SitesScreen />;
    case 'company':
      return <CompanyScreen />;
    case 'site':
      return <SiteScreen key={screen.id} />;
    case 'backcast':
      return <BackcastScreen />;
    case 'claims':
      return <ClaimsScreen />;
    case 'scenarios':
      return <ScenariosScreen />;
    case 'health':
      return <HealthScreen />;
    case 'briefings':
      return <BriefingsScreen />;
    case 'history':
      return <HistoryScreen />;
    case 'sources':
      return <SourcesScreen />;
    case 'import':
      return <ImportScreen />;
  }
}

export function App(): ReactElement {
  const settings = useApp((state) => state.settings);
  const calculation = useApp((state) => state.calculation);
  const isEntering = useApp((state) => state.entry !== null);
  const upgrade = useApp((state) => state.upgrade);
  const asksCleanCopy = useApp((state) => state.asksCleanCopy);
  const shownRule = useApp((state) => state.shownRule);
  const asksForKey = useApp(
    ({ unlocking, passwordFor, keyToKeep }) =>
      Boolean(unlocking) || Boolean(passwordFor) || Boolean(keyToKeep),
  );
  const hasDrawer = useApp((state) => state.drawer !== null);
  const hasMessage = useApp((state) => state.error !== null || state.toast !== null);
  const [searches, setSearches] = useState(false);
  useEffect(() => {
    const onKey = shellKeys(() => setSearches(true));
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
      <TitleBar onSearch={() => setSearches(true)} />
      <Navigation />
      <main className="main" tabIndex={-1}>
        <Suspense fallback={null}>
          <CurrentScreen />
        </Suspense>
        {calculation ? (
          <Suspense fallback={null}>
            <CalculationPanel key={JSON.stringify(calculation)} request={calculation} />
          </Suspense>
        ) : null}
      </main>
      <Suspense fallback={null}>{hasDrawer ? <Drawer /> : null}</Suspense>
      <StatusBar />
      <Suspense fallback={null}>{hasMessage ? <Messages /> : null}</Suspense>
      {isEntering ? (
        <Suspense fallback={null}>
          <EntryHost />
        </Suspense>
      ) : null}
      <Suspense fallback={null}>
        {upgrade ? <UpgradeDialog report={upgrade} /> : null}
        {asksCleanCopy ? <CleanCopyDialog /> : null}
        {shownRule === null ? null : <RuleDialog key={shownRule} rule={shownRule} />}
        {asksForKey ? <EncryptionDialogs /> : null}
      </Suspense>
      <Suspense fallback={null}>
        {searches ? <CommandPalette onClose={() => setSearches(false)} /> : null}
      </Suspense>
    </div>
  );
}
