export interface CaughtMail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** What a mail program would show of a mail: as much of MIME as our own mails use (RFC 2045, 2047). */
export function parseMail(to: string, raw: string): CaughtMail {
  const [head, body] = halves(raw);
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? '';
  const parts = body.split(`--${boundary}`).map((part) => halves(part.replace(/^\r\n/, '')));
  const partOf = (type: string) => parts.find(([partHead]) => partHead.includes(type)) ?? ['', ''];
  return { to, subject: subjectOf(head), text: decode(...partOf('text/plain')), html: decode(...partOf('text/html')) };
}

function halves(text: string): [string, string] {
  const at = text.indexOf('\r\n\r\n');
  return [text.slice(0, at).replace(/\r\n[ \t]+/g, ' '), text.slice(at + 4)];
}

function subjectOf(head: string): string {
  const subject = /^Subject: (.*)$/im.exec(head)?.[1]?.trim() ?? '';
  return subject
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : quotedPrintable(text.replaceAll('_', ' ')),
    );
}

function decode(head: string, body: string): string {
  const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? quotedPrintable(body) : body;
}

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();
