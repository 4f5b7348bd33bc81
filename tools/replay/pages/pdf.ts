import type { ReplayPaper } from '../types';

const LINE_CHARS = 52;

/** A one-page PDF that shows title, authors and abstract. Letters outside Latin-1 become `?`. */
export function pdfOf(paper: ReplayPaper): Buffer {
  const content = [
    ...block(wrap(paper.title, 44), { sizePt: 20, topPt: 720 }),
    ...block(wrap(paper.authors.join(', '), 80), { sizePt: 11, topPt: 640 }),
    ...block(wrap(paper.abstract, LINE_CHARS + 36), { sizePt: 10, topPt: 590 }),
  ].join('\n');
  return assemble([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${Buffer.byteLength(content, 'latin1')}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>',
    `<</Title (${escapePdf(paper.title)})>>`,
  ]);
}

function block(
  lines: readonly string[],
  { sizePt, topPt }: { sizePt: number; topPt: number },
): readonly string[] {
  const shown = lines.map((line) => `(${escapePdf(line)}) Tj T*`);
  return [`BT /F1 ${sizePt} Tf ${sizePt * 1.3} TL 72 ${topPt} Td`, ...shown, 'ET'];
}

/** Numbers the objects and writes the cross-reference table; object 6 is the document information. */
function assemble(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(Buffer.byteLength(text, 'latin1'));
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = Buffer.byteLength(text, 'latin1');
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R/Info 6 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

function escapePdf(text: string): string {
  return text.replace(/[^\x20-\xff]/g, '?').replace(/[\\()]/g, String.raw`\$&`);
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
