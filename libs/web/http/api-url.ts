const base = '/api/v1';

/**
 * @param path as the API's reference writes it, with a leading slash: `/recommendations`
 * @param query values that are undefined, null or '' are left out; a list is written once for each value
 */
export function apiUrl(path: `/${string}`, query: Readonly<Record<string, QueryValue>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  return search.size > 0 ? `${base}${path}?${search}` : `${base}${path}`;
}

export type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];

export function isApiUrl(url: string): boolean {
  return url.startsWith(`${base}/`);
}
