import { screenText } from '../../shared/text/screenText.ts';
import { useApp } from '../store/appStore.ts';

/** The language of the screen and its texts. */
export function useText() {
  const language = useApp((state) => state.settings.language);
  return { language, text: screenText[language] };
}
