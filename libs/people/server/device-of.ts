const BROWSERS = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'];
const NAMES: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' };
const SYSTEMS = ['iPhone', 'iPad', 'Android', 'Windows', 'Mac OS', 'Linux'];

/** A few words by which somebody knows a device again, and no more: "Firefox, Android". */
export function deviceOf(userAgent = ''): string {
  const browser = BROWSERS.find((name) => userAgent.includes(name)) ?? '';
  const system = SYSTEMS.find((name) => userAgent.includes(name)) ?? '';
  return [NAMES[browser] ?? browser, system].filter(Boolean).join(', ') || 'Unknown device';
}
