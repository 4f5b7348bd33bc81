import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texToUnicode } from '../../../lib/text/tex';

const tex = String.raw;

describe('texToUnicode', () => {
  it.each([
    [tex`Schr\"odinger`, 'Schrödinger'],
    [tex`Koll\'ar and Painlev\'{e}`, 'Kollár and Painlevé'],
    [tex`Colin de Verdi\`ere`, 'Colin de Verdière'],
    [tex`Fran\c{c}ois, Fran\c cois`, 'François, François'],
    [
      tex`\v{S}koda, Erd\H{o}s, \'{\i}, \"\i, \u{a}, \k{e}, \r{A}, \.z, \=u, \d{s}`,
      'Škoda, Erdős, í, ï, ă, ę, Å, ż, ū, ṣ',
    ],
    [
      tex`M{\"u}ller, {\o}re, {\L}\'od\'z, stra\ss e, \AA ngstr\"om, \ae{}on`,
      'Müller, øre, Łódź, straße, Ångström, æon',
    ],
    [tex`\'{\^a}`, 'ấ'],
    [tex`{\it Ab initio} and \emph{in \textbf{situ}}`, 'Ab initio and in situ'],
    [tex`{BERT} and {{GPT}}-2`, 'BERT and GPT-2'],
    [tex`R\&D, 50\%, \$5, a\_b, \#1, \{0\}`, 'R&D, 50%, $5, a_b, #1, {0}'],
    [tex`Fig.~3 of Author~et~al., 10~ms, $x$~is`, 'Fig. 3 of Author et al., 10 ms, $x$ is'],
    ['pages 1--2, so---yes, a -- b', 'pages 1–2, so—yes, a – b'],
    ["the ``best'' one", 'the “best” one'],
    [tex`one\\two\ three\,four`, 'one two three four'],
    ['two\n  lines', 'two lines'],
    [tex`stra\ss e \ss{} x`, 'straße ß x'],
    [tex`one\\'e`, "one 'e"],
    [tex`{a}{b}`, 'ab'],
    [tex`\emph{a $x}$ b}`, 'a $x}$ b'],
    [tex`\emph{F_{max}}`, 'F_{max}'],
    [tex`\"o $\"o$ \"o`, tex`ö $\"o$ ö`],
    [tex`\"o $$\"o$$ \"o`, tex`ö $$\"o$$ ö`],
    [tex`\"o \(\"o\) \"o \[\"o\] \"o`, tex`ö \(\"o\) ö \[\"o\] ö`],
    [tex`$\"o\$\"o$ \"o`, tex`$\"o\$\"o$ ö`],
    [tex`\$\"o$\"o`, '$ö$ö'],
    [tex`\"o $\"o`, 'ö $ö'],
  ])('writes %j as %j', (text, expected) => {
    expect(texToUnicode(text)).toBe(expected);
  });

  it.each([
    tex`$\alpha\'e$ and $$\"o$$`,
    tex`\(\"o\) and \[\'e\]`,
    tex`Z^0 \to 2\gamma`,
    tex`F_{max} and x^{ab}`,
    tex`\foo{bar}{baz} and \sqrt[3]{x}`,
    tex`\hbox{\it x}`,
    tex`\"hello\" and don\'t`,
    'the set {a, b}',
    'at http://example.org/~author',
    'about ~10 of 1~2',
    'run it --verbose -----',
    "f'' of `code`",
    'open { and $ 5',
    'from $5 to $10', // Reads as a formula.
    'closed } and {\\it never',
    tex`{\alpha}`,
    tex`\q{x} and \unknown x`,
    tex`\constructor`,
  ])('leaves %j unchanged', (text) => {
    expect(texToUnicode(text)).toBe(text);
  });

  it('reads any text without failing', () => {
    const pieces = [...Array.from('\\{}$"\'oc ~-`^'), '\\it', '\\emph{', '\\(', '\\)'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...pieces) }), (text) => {
        expect(texToUnicode(text)).toBeTypeOf('string');
      }),
    );
  });

  it.each(['\\(\\a', '$\\$', '\\"{', '\\emph{', '{ ', '``', '~a', '\\'])(
    'reads %j repeated to a million characters',
    (piece) => {
      // Linear work takes a moment; quadratic work would outlast the time limit of any test.
      expect(texToUnicode(piece.repeat(1_000_000 / piece.length))).toBeTypeOf('string');
    },
  );
});
