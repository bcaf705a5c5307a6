import type { ReactElement } from 'react';

function icon(path: string): ReactElement {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}

export const navigationIcons = {
  portfolio: icon('M2 4h12M2 8h9M2 12h12'),
  sites: icon(
    'M8 14s4.5-4.3 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.700 8 14 8 14zM8 8a1.6 1.6 0 1 0 0-3.200 1.6 1.6 0 0 0 0 3.200',
  ),
  backcast: icon('M2 13h12M3 11l3.500-4 3 2L13.500 3M10.500 3h3v3'),
  claims: icon('M8 2.500v11M4.500 13.500h7M2.500 5h11M3.500 5l-2 4.500h4zM12.500 5l-2 4.500h4z'),
  scenarios: icon('M2 8h4l3-4.500h5M6 8h8M6 8l3 4.500h5'),
  health: icon('M1.500 8.500h3l1.500-4 3 8 2-5.500.8 1.500h2.700'),
  briefings: icon('M4 2h6l3 3v9H4zM6.500 8h4M6.500 11h4'),
  history: icon('M8 3a5 5 0 1 1-4.600 3M3 3v3h3M8 5.500V8l2 1.500'),
  settings: icon(
    'M8 5.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5zM8 1.500v2M8 12.500v2M1.500 8h2M12.500 8h2M3.400 3.400l1.400 1.400M11.200 11.200l1.400 1.400M3.400 12.600l1.400-1.400M11.200 4.800l1.400-1.400',
  ),
} as const;
