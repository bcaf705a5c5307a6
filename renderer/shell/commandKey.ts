/** Hints name the key that this system's keyboards have. */
export const commandKey = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl ';
