export { redo, undo } from '../flows/editInput.ts';
export { chooseScenario } from '../flows/scenarios.ts';
export { openEntry } from '../flows/editRecord.ts';
export { showNextFault } from '../flows/visitFaults.ts';
