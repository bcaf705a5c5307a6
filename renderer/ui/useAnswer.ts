import { useEffect, useState } from 'react';
import { useHistoryState } from './useHistoryState.ts';

interface Found<Answer> {
  readonly of: string;
  readonly at: string;
  readonly answer: Answer;
}

/**
 * Something of the portfolio that only one part of the page needs; it is asked for again after each step, and stays on
 * screen until the new answer is in. Null while nothing is known, and where `of` is null.
 * @param of names what is asked for; the question itself may be a new function at every drawing
 */
export function useAnswer<Answer>(
  of: string | null,
  question: () => Promise<Answer | undefined>,
): Answer | null {
  const [found, setFound] = useState<Found<Answer>>();
  const at = useHistoryState();
  const isCurrent = of === null || (found?.of === of && found.at === at);
  useEffect(() => {
    let isWanted = true;
    if (of === null || isCurrent) return undefined;
    void question().then((answer) => {
      if (isWanted && answer !== undefined) setFound({ of, at, answer });
    });
    return () => {
      isWanted = false;
    };
    // The question is named by `of`: a new function is not a new question.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [of, at, isCurrent]);
  return found !== undefined && found.of === of ? found.answer : null;
}
