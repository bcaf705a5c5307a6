import type { MenuItemConstructorOptions } from 'electron/main';

type Words = Readonly<
  Record<
    | 'file'
    | 'edit'
    | 'view'
    | 'window'
    | 'about'
    | 'hide'
    | 'hideOthers'
    | 'unhide'
    | 'quit'
    | 'close'
    | 'undo'
    | 'redo'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'resetZoom'
    | 'zoomIn'
    | 'zoomOut'
    | 'fullScreen'
    | 'minimise',
    string
  >
>;

const de: Words = {
  file: 'Datei',
  edit: 'Bearbeiten',
  view: 'Darstellung',
  window: 'Fenster',
  about: 'Über Umbau',
  hide: 'Umbau ausblenden',
  hideOthers: 'Andere ausblenden',
  unhide: 'Alle einblenden',
  quit: 'Umbau beenden',
  close: 'Fenster schließen',
  undo: 'Eingabe rückgängig',
  redo: 'Eingabe wiederholen',
  cut: 'Ausschneiden',
  copy: 'Kopieren',
  paste: 'Einfügen',
  selectAll: 'Alles auswählen',
  resetZoom: 'Originalgröße',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  fullScreen: 'Vollbild',
  minimise: 'Im Dock ablegen',
};

const en: Words = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  about: 'About Umbau',
  hide: 'Hide Umbau',
  hideOthers: 'Hide Others',
  unhide: 'Show All',
  quit: 'Quit Umbau',
  close: 'Close Window',
  undo: 'Undo Typing',
  redo: 'Redo Typing',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  resetZoom: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  minimise: 'Minimise',
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

function macMenu(words: Words): MenuItemConstructorOptions {
  return {
    label: 'Umbau',
    submenu: [
      { role: 'about', label: words.about },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.unhide },
      separator,
      { role: 'quit', label: words.quit },
    ],
  };
}

/**
 * The standard roles only: what Umbau does is on its page. No reloading and no developer tools. Undo and redo carry no
 * keys, because Ctrl+Z belongs to the page, where it undoes changes of the portfolio outside of text fields.
 */
export function menuTemplate(
  locale: string,
  platform: 'mac' | 'windows' | 'linux',
): MenuItemConstructorOptions[] {
  const words = locale.toLowerCase().startsWith('de') ? de : en;
  const isMac = platform === 'mac';
  return [
    ...(isMac ? [macMenu(words)] : []),
    {
      label: words.file,
      submenu: [isMac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit }],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo, registerAccelerator: false },
        { role: 'redo', label: words.redo, registerAccelerator: false },
        separator,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom', label: words.resetZoom },
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        separator,
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
    ...(isMac
      ? [{ label: words.window, submenu: [{ role: 'minimize' as const, label: words.minimise }] }]
      : []),
  ];
}
