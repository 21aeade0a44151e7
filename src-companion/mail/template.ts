import { html } from "hono/html";
import { accentShades } from "../../src-shared/domain/accent.ts";
import type { Language } from "../../src-shared/words/companion/index.ts";

/** What a mail says; the same content as text and as HTML. */
export interface MailContent {
  readonly language: Language;
  readonly subject: string;
  /** Who it comes from, on top: the business, or Bellhop. */
  readonly sender: string;
  /** The business's own colour; without one, the ink of the house. */
  readonly accent?: string | null;
  readonly heading: string;
  readonly lead: string;
  /** The lines in the box; the first one stands out. */
  readonly card?: readonly string[];
  readonly button?: { readonly label: string; readonly url: string };
  readonly link?: { readonly label: string; readonly url: string };
  /** A sentence about the buttons. */
  readonly note?: string;
  /** Why this came and what to do if it is wrong. */
  readonly reason: string;
  readonly signature: string;
}

const INK = { accent: "#221d18", on: "#fdfcf9" };

/** Mails are light, whatever the program that shows them does with them. */
const coloursOf = ({ accent }: MailContent) =>
  typeof accent === "string" ? accentShades(accent).light : INK;

const FONT = "'Segoe UI',-apple-system,Roboto,Helvetica,Arial,sans-serif";

/** Lists instead of `if`s inside the templates. */
function rows(content: MailContent) {
  const { card = [], button, link, note } = content;
  const { accent, on } = coloursOf(content);
  const [first, ...others] = card;
  const box =
    first === undefined
      ? ""
      : html`<tr>
          <td style="padding:20px 24px 0">
            <table
              role="presentation"
              width="100%"
              cellpadding="0"
              cellspacing="0"
              style="border:1px solid #c7c4bd;border-left:6px solid #504b44;border-radius:8px;font-size:16px;line-height:24px"
            >
              <tr>
                <td style="padding:14px 18px;">
                  <b style="font-weight:600">${first}</b
                  >${others.map((line) => html`<br />${line}`)}
                </td>
              </tr>
            </table>
          </td>
        </tr>`;
  const main =
    button === undefined
      ? ""
      : html`<td style="background:${accent};border-radius:8px">
          <a
            href="${button.url}"
            style="display:inline-block;padding:12px 20px;font-size:16px;line-height:24px;font-weight:600;color:${on};text-decoration:none"
            >${button.label}</a
          >
        </td>`;
  const other =
    link === undefined
      ? ""
      : html`<td style="padding-left:20px">
          <a
            href="${link.url}"
            style="font-size:16px;line-height:24px;color:${accent};text-decoration:underline"
            >${link.label}</a
          >
        </td>`;
  const buttons =
    button === undefined && link === undefined
      ? ""
      : html`<tr>
          <td style="padding:20px 24px 0">
            <table role="presentation" cellpadding="0" cellspacing="0">
              <tr>
                ${main}${other}
              </tr>
            </table>
          </td>
        </tr>`;
  const remark =
    note === undefined
      ? ""
      : html`<tr>
          <td style="padding:12px 24px 0;font-size:14px;line-height:20px;color:#504b44">${note}</td>
        </tr>`;
  return html`${box}${buttons}${remark}`;
}

/** Mail programs know inline styles and tables only. */
export async function mailHtml(content: MailContent): Promise<string> {
  const { language, subject, sender, heading, lead, reason, signature } = content;
  const document = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
        <title>${subject}</title>
      </head>
      <body style="margin:0;background:#f6f4f0">
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style="background:#f6f4f0"
        >
          <tr>
            <td align="center" style="padding:24px 12px">
              <table
                role="presentation"
                width="560"
                cellpadding="0"
                cellspacing="0"
                style="max-width:560px;width:100%;background:#ffffff;border:1px solid #e3e0db;border-radius:10px;font-family:${FONT};color:#221d18;word-break:break-word;overflow-wrap:anywhere"
              >
                <tr>
                  <td style="padding:24px 24px 0;font-size:15px;line-height:20px;font-weight:600">
                    ${sender}
                  </td>
                </tr>
                <tr>
                  <td style="padding:16px 24px 0;font-size:24px;line-height:32px;font-weight:600">
                    ${heading}
                  </td>
                </tr>
                <tr>
                  <td style="padding:4px 24px 0;font-size:16px;line-height:24px;color:#504b44">
                    ${lead}
                  </td>
                </tr>
                ${rows(content)}
                <tr>
                  <td style="padding:20px 24px 0">
                    <div style="height:1px;line-height:1px;background:#e3e0db">&nbsp;</div>
                  </td>
                </tr>
                <tr>
                  <td style="padding:14px 24px 24px;font-size:13px;line-height:20px;color:#6c6760">
                    ${reason}
                  </td>
                </tr>
              </table>
              <table
                role="presentation"
                width="560"
                cellpadding="0"
                cellspacing="0"
                style="max-width:560px;width:100%"
              >
                <tr>
                  <td
                    style="padding:14px 24px;font-family:${FONT};font-size:13px;line-height:20px;color:#6c6760"
                  >
                    ${signature}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
  return String(await document);
}

export function mailText(content: MailContent): string {
  const { sender, heading, lead, card = [], button, link, note, reason, signature } = content;
  const actions = [button, link].filter((one) => one !== undefined);
  const paragraphs = [
    sender,
    `${heading}\n${lead}`,
    card.join("\n"),
    ...actions.map(({ label, url }) => `${label}:\n${url}`),
    note ?? "",
    reason,
    `-- \n${signature}`,
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
}
