import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texToUnicode } from '../../../../lib/text/tex/tex';

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
    'closed } and {\\it never',
  ])('leaves %j unchanged', (text) => {
    expect(texToUnicode(text)).toBe(text);
  });

  it('reads two amounts of money as a formula, which leaves them alone', () => {
    expect(texToUnicode('from $5 to $10')).toBe('from $5 to $10');
  });

  it('reads any text without failing', () => {
    const pieces = [
      '\\',
      '{',
      '}',
      '$',
      '"',
      "'",
      'o',
      'c',
      ' ',
      '~',
      '-',
      '`',
      '\\it',
      '\\emph{',
      '\\(',
      '\\)',
      '^',
    ];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...pieces) }), (text) => {
        expect(texToUnicode(text)).toBeTypeOf('string');
      }),
    );
  });

  it.each(['\\(\\a', '$\\$', '\\"{', '\\emph{', '{ ', '``', '~a', '\\'])(
    'costs in proportion to the length of %j repeated',
    (piece) => {
      /** Microseconds of processor time, which other processes do not lengthen; the least of three runs. */
      const costOf = (count: number) => {
        const text = piece.repeat(count);
        const costs = [1, 2, 3].map(() => {
          const before = process.cpuUsage();
          texToUnicode(text);
          return process.cpuUsage(before).user;
        });
        return Math.min(...costs);
      };
      costOf(10_000);

      // A quadratic cost would be 100 times as much.
      expect(costOf(50_000)).toBeLessThan(40 * Math.max(costOf(5000), 5000));
    },
  );
});
