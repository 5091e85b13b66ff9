// The workflows that the worker registers: the one list of exports that the SDK asks for.
export { announcement } from './announcement.ts';
export { onboarding } from './onboarding.ts';
