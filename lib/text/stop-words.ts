import { termOf } from './words';

const ENGLISH =
  'a about above across after again against all almost along already also although always am among an and another any ' +
  'are around as at be became because become been before being below between both but by can cannot could did do does ' +
  'doing done down during each either else enough etc even ever every few for from further had has have having he her ' +
  'here hers him his how however i if in instead into is it its itself just least less let like many may me might more ' +
  'moreover most much must my near neither no nor not now of off often on once one only onto or other our out over own ' +
  'per perhaps quite rather same shall she should since so some still such than that the their them then there thereby ' +
  'therefore these they this those though through thus to together too toward towards under until up upon us use used ' +
  'uses using very via was we well were what when where whether which while who whom whose why will with within without ' +
  'would yet you your';

/** Words of every abstract, which say nothing about its subject. */
const ACADEMIC =
  'able abstract achieve achieves achieved address addresses aim aims allow allows analysis analyze approach approaches ' +
  'based better paper propose proposed proposes present presents presented show shows shown study studies introduce ' +
  'introduces introduced result results method methods novel new state art existing recent recently demonstrate ' +
  'demonstrates evaluate evaluation experiment experiments experimental extensive improve improves improved improvement ' +
  'performance outperform outperforms significant significantly enable enables enabling provide provides including ' +
  'different various several two three first second work works task tasks problem problems effective effectively ' +
  'efficient efficiently high low large small best across compared comprehensive challenge challenges challenging ' +
  'current previous prior key important simple set framework frameworks leverage leverages leveraging investigate ' +
  'explore finding findings suggest reveal remain remains require requires real world code github available';

/** Names of TeX commands that set type; those of letters (`\\alpha`) say something. */
const TYPESETTING =
  'mathcal mathbb mathbf mathrm mathsf mathit mathtt boldsymbol textbf textit textsc texttt textrm emph frac sqrt ' +
  'operatorname cdot cdots ldots overline underline leq geq neq infty nabla rightarrow leftarrow footnote citep citet ' +
  'href http https';

/** Terms that never count as shared. */
const STOP_TERMS: ReadonlySet<string> = new Set(
  `${ENGLISH} ${ACADEMIC} ${TYPESETTING}`.split(' ').map(termOf),
);

/**
 * True for terms that say nothing about a subject: function words, academic phrases, lone letters and
 * numbers.
 */
export function isStopTerm(term: string): boolean {
  return STOP_TERMS.has(term) || term.length < 2 || (term < ':' && /^\d+$/.test(term));
}
