import { describe, expect, it } from 'vitest';
import { flameColour } from './flameColours';

/** WCAG 2.2: relative luminance of a colour given in HSL. */
function luminance(colour: string): number {
  const [hue = 0, saturation = 0, lightness = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  const reach = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100);
  const [red, green, blue] = [0, 8, 4].map((offset) => {
    const at = (offset + hue / 30) % 12;
    const value = lightness / 100 - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1));
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Of #161616, which labels are written in. */
const TEXT = 0.008;

describe('the colour of a frame', () => {
  it('is the same for a package', () => {
    expect(flameColour('org.example.shop.Prices.applies')).toBe(flameColour('org.example.shop.Orders.list'));
    expect(flameColour('java.util.List.of')).not.toBe(flameColour('org.example.shop.Orders.list'));
  });

  it('leaves its name readable', () => {
    for (let letter = 0; letter < 300; letter++) {
      const colour = flameColour(`${'abcdefghijklmnopqrstuvwxyz'.charAt(letter % 26)}${letter}.b.C.d`);
      expect((luminance(colour) + 0.05) / (TEXT + 0.05), colour).toBeGreaterThan(4.5);
    }
  });
});
