import type { Intensity } from '../api/types';

export const INTENSITIES: { value: Intensity; label: string; what: string }[] = [
  { value: 'QUICK', label: 'Quick', what: 'short baseline and peak load, a first answer in minutes' },
  { value: 'STANDARD', label: 'Standard', what: 'longer windows and a stress test, for a verdict to rely on' },
  { value: 'THOROUGH', label: 'Thorough', what: 'also a soak test, for leaks and slow drift' },
];
