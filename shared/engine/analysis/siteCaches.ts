import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';

/** A site's cache takes up to 4 MB; an analyst goes to and fro between few sites. */
const mostSites = 8;

/** What evaluations of a site share over a session; the site longest unseen makes room. */
export interface SiteCaches {
  of(siteId: string): EvaluationCache;
}

export function createSiteCaches(): SiteCaches {
  const caches = new Map<string, EvaluationCache>();
  return {
    of: (siteId) => {
      const cache = caches.get(siteId) ?? createEvaluationCache();
      // Set anew it stands last, so that the first is the one to go.
      caches.delete(siteId);
      caches.set(siteId, cache);
      const [oldest] = caches.keys();
      if (caches.size > mostSites && oldest !== undefined) caches.delete(oldest);
      return cache;
    },
  };
}
