import mjml2html from 'mjml';
import type { Letter, LetterPart } from './letter';

const RIGHT_TO_LEFT = new Set(['ar']);

/** The colours of the screen, spelled out because mail readers know no custom properties. */
const INK = '#231a28';
const MUTED = '#5e5563';
const PAPER = '#faf8f5';
const ACCENT = '#63246f';

/** A letter as HTML that mail readers understand, and as plain text that says the same. */
export async function renderLetter(letter: Letter): Promise<{ html: string; text: string }> {
  const direction = RIGHT_TO_LEFT.has(letter.language) ? 'rtl' : 'ltr';
  const { html, errors } = await mjml2html(
    `<mjml lang="${letter.language}" dir="${direction}">
      <mj-head>
        <mj-title>${escape(letter.subject)}</mj-title>
        <mj-attributes>
          <mj-all font-family="'IBM Plex Sans', 'Segoe UI', Helvetica, sans-serif" color="${INK}" font-size="16px" line-height="24px" />
        </mj-attributes>
        <mj-raw><meta name="color-scheme" content="light dark" /></mj-raw>
        <mj-style>
          @media (prefers-color-scheme: dark) { body, .page { background: #19151b !important; } .page div { color: #f0e9e5 !important; } }
        </mj-style>
      </mj-head>
      <mj-body background-color="${PAPER}" css-class="page" width="600px">
        <mj-section padding="32px 0 0"><mj-column>
          <mj-text color="${MUTED}" font-size="14px">Uptake</mj-text>
          <mj-text font-family="Georgia, 'Times New Roman', serif" font-size="26px" line-height="34px">${escape(letter.title)}</mj-text>
          ${letter.parts.map(asMjml).join('\n')}
          <mj-divider border-width="1px" border-color="#e0d9cf" padding-top="24px" />
          <mj-text color="${MUTED}" font-size="13px" line-height="18px">${escape(letter.footer)}</mj-text>
        </mj-column></mj-section>
      </mj-body>
    </mjml>`,
    { validationLevel: 'strict' },
  );
  if (errors.length) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('; '));
  return { html, text: [letter.title, ...letter.parts.map(asText), '--', letter.footer].join('\n\n') };
}

function asMjml(part: LetterPart): string {
  switch (part.kind) {
    case 'text':
      return `<mj-text>${escape(part.text)}</mj-text>`;
    case 'quote':
      return `<mj-text font-family="Georgia, 'Times New Roman', serif" font-size="18px" line-height="28px"><span style="color:${MUTED};font-size:14px">${escape(part.label)}</span><br />${escape(part.text)}</mj-text>`;
    case 'code':
      return `<mj-text font-size="32px" line-height="40px" letter-spacing="6px" font-weight="600">${escape(part.text)}</mj-text>`;
    case 'action':
      return `<mj-button href="${escape(part.url)}" background-color="${ACCENT}" color="#ffffff" border-radius="4px" font-weight="600" align="left" inner-padding="12px 20px">${escape(part.text)}</mj-button>`;
  }
}

function asText(part: LetterPart): string {
  switch (part.kind) {
    case 'text':
    case 'code':
      return part.text;
    case 'quote':
      return `${part.label}\n${part.text}`;
    case 'action':
      return `${part.text}: ${part.url}`;
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
