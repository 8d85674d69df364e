import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Contrast is computed, not judged: WCAG's ratio over every pair that the look allows. */
const css = readFileSync('src/app/tokens.css', 'utf8');

type Colour = readonly [lightness: number, chroma: number, hue: number];

const colour = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)|oklch\(1 0 0\)`;
const token = new RegExp(String.raw`--([\w-]+): light-dark\((${colour}), (${colour})\)`, 'g');

function themes(): { day: Map<string, Colour>; night: Map<string, Colour> } {
  const day = new Map<string, Colour>();
  const night = new Map<string, Colour>();
  for (const [, name = '', light = '', , , , dark = ''] of css.matchAll(token)) {
    day.set(name, parse(light));
    night.set(name, parse(dark));
  }
  return { day, night };
}

function parse(value: string): Colour {
  const [lightness = 0, chroma = 0, hue = 0] = (value.match(/[\d.]+/g) ?? []).map(Number);
  return [lightness, chroma, hue];
}

/** Relative luminance of an OKLCH colour, clipped to what a screen shows. */
function luminance([lightness, chroma, hue]: Colour): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = onScreen(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = onScreen(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = onScreen(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const onScreen = (linear: number) => Math.min(1, Math.max(0, linear));

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const states = 'running person time finished failed unknown paused halted draft neutral'.split(' ');
const grounds = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'selected'];
const inks = ['ink', 'ink-2', 'ink-3'];

const texts: readonly (readonly [string, string])[] = [
  ...[...inks, ...states.map((state) => `st-${state}`)].flatMap((text) =>
    grounds.map((ground) => [text, ground] as const),
  ),
  ...states.flatMap((state) =>
    [`st-${state}`, 'ink', 'ink-2'].map((text) => [text, `st-${state}-tint`] as const),
  ),
  ['on-ink', 'ink'],
];

const shapes = [...states.map((state) => `st-${state}-fill`), 'control', 'focus'].flatMap((shape) =>
  grounds.slice(0, 4).map((ground) => [shape, ground] as const),
);

function weak(pairs: readonly (readonly [string, string])[], least: number): readonly string[] {
  return Object.entries(themes()).flatMap(([theme, tokens]) =>
    pairs.flatMap(([front, back]) => {
      const one = tokens.get(front);
      const other = tokens.get(back);
      if (one === undefined || other === undefined) return [`${theme}: no ${front} or ${back}`];
      const ratio = contrast(one, other);
      return ratio >= least ? [] : [`${theme}: ${front} on ${back} ${ratio.toFixed(2)}`];
    }),
  );
}

test('the ratio is the one that WCAG means', () => {
  expect(contrast([1, 0, 0], [0, 0, 0])).toBeCloseTo(21, 1);
});

test('text stands out by 4.5 on every ground and on its tint, day and night', () => {
  expect(weak(texts, 4.5)).toEqual([]);
});

test('fills, field borders and the focus ring stand out by 3, day and night', () => {
  expect(weak(shapes, 3)).toEqual([]);
});

test('a pair that is too weak is found', () => {
  expect(weak([['line', 'surface']], 3)).toHaveLength(2);
});
