import { describe, expect, it } from 'vitest';
import { rhythmOf, textOf, wordsOf } from './rhythm';

describe('a rhythm', () => {
  it.each([
    ['0 2 * * *', 'DAILY', 'Every day at 02:00'],
    ['30 18 * * MON-FRI', 'WORKDAYS', 'On working days at 18:30'],
    ['5 4 * * SUN', 'WEEKLY', 'Every Sunday at 04:05'],
    ['0 */6 * * *', 'HOURS', 'Every 6 hours'],
    ['0 * * * *', 'HOURS', 'Every hour'],
    ['0 */5 * * *', 'OTHER', '0 */5 * * *'],
    ['0 2 1-7 * MON', 'OTHER', '0 2 1-7 * MON'],
    ['0 2 * * XYZ', 'OTHER', '0 2 * * XYZ'],
    ['R/P1D', 'OTHER', 'R/P1D'],
  ])('is read off %s and written the same', (text, kind, words) => {
    expect(rhythmOf(text).kind).toBe(kind);
    expect(textOf(rhythmOf(text))).toBe(text);
    expect(wordsOf(text)).toBe(words);
  });

  it('that lacks its time is nothing yet', () => {
    expect(textOf({ ...rhythmOf('0 2 * * *'), time: '' })).toBe('');
  });
});
