import type { SiteCaches } from '../../shared/engine/analysis/siteCaches.ts';
import { breakEven } from '../../shared/engine/risk/breakEven.ts';
import { movedSite } from '../../shared/engine/risk/movedSite.ts';
import {
  curveInParts,
  flipsInParts,
  gridInParts,
  swingsInParts,
  type InParts,
} from '../../shared/engine/risk/sensitivity.ts';
import type { RiskAnswers, RiskMessage, RiskQuestion } from '../../shared/ipc/riskProtocol.ts';

type Answer = RiskAnswers[RiskQuestion['about']];

interface Job {
  readonly id: number;
  readonly parts: InParts<Answer>;
}

interface RiskJobs {
  answer(id: number, question: RiskQuestion): void;
  stop(id: number): void;
}

/** A search of one break-even is short enough to be one part. */
// oxlint-disable-next-line require-yield
function* inOnePart(compute: () => Answer): InParts<Answer> {
  return compute();
}

function partsOf(question: RiskQuestion, caches: SiteCaches): InParts<Answer> {
  const cache = caches.of(question.evidence.siteId);
  if (question.about === 'swings') return swingsInParts(question.evidence, question.observed, cache);
  if (question.about === 'flips') return flipsInParts(question.evidence, question.swings, cache);
  const site = movedSite(question.evidence, cache);
  if (question.about === 'grid') return gridInParts(site, question.x, question.y);
  if (question.about === 'curve') return curveInParts(site, question.question, question.along);
  return inOnePart(() => breakEven(site, question.question));
}

/**
 * Answers questions of risk part by part, the newest question first. Between two parts whatever else the worker is
 * asked has its turn, and a stop is obeyed.
 */
export function createRiskAnswers(
  caches: SiteCaches,
  post: (id: number, message: RiskMessage) => void,
): RiskJobs {
  let jobs: readonly Job[] = [];
  let isRunning = false;
  const drop = (id: number): void => {
    jobs = jobs.filter((job) => job.id !== id);
  };
  const nextOf = ({ id, parts }: Job): ReturnType<Job['parts']['next']> => {
    try {
      return parts.next();
    } catch (error) {
      drop(id);
      post(id, { isStopped: true });
      throw error;
    }
  };
  const work = (): void => {
    const job = jobs.at(-1);
    isRunning = job !== undefined;
    if (!job) return;
    // Planned first: a part that fails ends its own question only.
    setTimeout(work, 0);
    const step = nextOf(job);
    if (step.done === true) {
      drop(job.id);
      post(job.id, { answer: step.value });
    } else post(job.id, { progress: step.value });
  };
  return {
    answer: (id, question) => {
      jobs = [...jobs, { id, parts: partsOf(question, caches) }];
      if (!isRunning) work();
    },
    stop: (id) => {
      if (!jobs.some((job) => job.id === id)) return;
      drop(id);
      post(id, { isStopped: true });
    },
  };
}
