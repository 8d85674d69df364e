/** What people call a browser and its machine. */
export interface Browser {
  readonly browser: string;
  readonly system: string;
}

/** The first that fits: browsers name the ones they come from as well. */
const browsers = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
  ['curl', /^curl\//],
] as const;

const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** Undefined where it is none that we know; then it is shown as it said it. */
export function browserOf(device: string): Browser | undefined {
  const browser = browsers.find(([, sign]) => sign.test(device))?.[0];
  const system = systems.find(([, sign]) => sign.test(device))?.[0];
  return browser && system ? { browser, system } : undefined;
}
