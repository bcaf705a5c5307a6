import type { ReactElement } from 'react';
import { show } from '../flows/navigation.ts';
import { useApp } from '../store/appStore.ts';
import { navigationIcons } from '../ui/navigationIcons.tsx';
import { useText } from '../ui/useText.ts';
import { commandKey } from './commandKey.ts';
import { placeOf, places } from './places.ts';

export function Navigation(): ReactElement {
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
