import { createFromStored } from '../db/createFromStored.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { readPortfolioJson } from '../exchange/portfolioJson.ts';

/** Makes a portfolio file of an exported document. */
export function importPortfolio(jsonPath: string, target: string): void {
  const stored = readPortfolioJson(jsonPath);
  try {
    createFromStored(target, stored);
  } catch (error) {
    // What the tables refuse is the document's fault, and it is the file to look at.
    if (error instanceof UserFacingError && error.code === 'exchange.damagedJson')
      throw new UserFacingError(error.code, { path: jsonPath });
    throw error;
  }
}
